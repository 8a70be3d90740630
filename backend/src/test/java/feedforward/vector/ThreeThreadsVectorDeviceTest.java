package feedforward.vector;

import feedforward.device.Device;
import feedforward.device.DeviceContract;

class ThreeThreadsVectorDeviceTest extends DeviceContract {
    @Override
    protected Device device() {
        return new VectorDevice(3, 1);
    }
}
