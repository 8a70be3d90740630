package feedforward.vector;

import feedforward.device.Device;
import feedforward.device.DeviceContract;

class ThreeThreadsVectorDeviceTest extends DeviceContract {
    @Override
    protected Device device() {
        return VectorDevice.warm(3, 1);
    }
}
