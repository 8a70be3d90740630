package feedforward.vector;

import feedforward.device.Device;
import feedforward.device.DeviceContract;

class TwoThreadsVectorDeviceTest extends DeviceContract {
    @Override
    protected Device device() {
        return new VectorDevice(2, 1);
    }
}
