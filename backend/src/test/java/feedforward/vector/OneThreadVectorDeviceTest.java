package feedforward.vector;

import feedforward.device.Device;
import feedforward.device.DeviceContract;

class OneThreadVectorDeviceTest extends DeviceContract {
    @Override
    protected Device device() {
        return VectorDevice.warm(1, 1);
    }
}
