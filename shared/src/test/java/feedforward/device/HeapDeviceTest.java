package feedforward.device;

/** The plain-Java reference against the definitions. */
class HeapDeviceTest extends DeviceContract {
    @Override
    protected Device device() {
        return new HeapDevice();
    }
}
