package feedforward.device;

import org.junit.jupiter.api.Nested;

/** What every device must do, a class for each family of kernels. */
public abstract class DeviceContract {

    /** A new one for each test. */
    protected abstract Device device();

    @Nested
    class Memory extends MemoryContract {
        Memory() {
            super(DeviceContract.this.device());
        }
    }

    @Nested
    class Linear extends LinearContract {
        Linear() {
            super(DeviceContract.this.device());
        }
    }

    @Nested
    class Elements extends ElementContract {
        Elements() {
            super(DeviceContract.this.device());
        }
    }

    @Nested
    class Sequences extends SequenceContract {
        Sequences() {
            super(DeviceContract.this.device());
        }
    }

    @Nested
    class Images extends ImageContract {
        Images() {
            super(DeviceContract.this.device());
        }
    }

    @Nested
    class Normalisation extends NormalisationContract {
        Normalisation() {
            super(DeviceContract.this.device());
        }
    }

    @Nested
    class Losses extends LossContract {
        Losses() {
            super(DeviceContract.this.device());
        }
    }

    @Nested
    class Updates extends UpdateContract {
        Updates() {
            super(DeviceContract.this.device());
        }
    }
}
