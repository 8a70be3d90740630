package feedforward.vector;

import feedforward.device.Device;
import feedforward.device.DeviceContract;

class TwoThreadsVectorDeviceTest extends DeviceContract {
    @Override
    protected Device device() {
        return VectorDevice.warm(2, 1);
    }
}
