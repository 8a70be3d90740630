package feedforward.vector;

import feedforward.device.Device;
import feedforward.device.DeviceContract;

class OneThreadVectorDeviceTest extends DeviceContract {
    @Override
    protected Device device() {
        return new VectorDevice(1);
    }
}
