package feedforward.model;

/** How a safetensors file keeps a value, little-endian; we compute with float32 whichever it is. */
enum Dtype {
    F32(4) {
        @Override
        float read(byte[] file, int at) {
            return Float.intBitsToFloat(
                    file[at] & 0xFF | (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF) << 16 | file[at + 3] << 24);
        }

        @Override
        void write(float value, byte[] file, int at) {
            int bits = Float.floatToRawIntBits(value);
            file[at] = (byte) bits;
            file[at + 1] = (byte) (bits >>> 8);
            file[at + 2] = (byte) (bits >>> 16);
            file[at + 3] = (byte) (bits >>> 24);
        }
    },
    F16(2) {
        @Override
        float read(byte[] file, int at) {
            return Float16.toFloat((short) (file[at] & 0xFF | file[at + 1] << 8));
        }

        @Override
        void write(float value, byte[] file, int at) {
            short half = Float16.round(value);
            file[at] = (byte) half;
            file[at + 1] = (byte) (half >>> 8);
        }
    };

    private final int bytes;

    Dtype(int bytes) {
        this.bytes = bytes;
    }

    /** Of one value. */
    int bytes() {
        return bytes;
    }

    abstract float read(byte[] file, int at);

    /** Rounds to nearest where the type has fewer bits than float32. */
    abstract void write(float value, byte[] file, int at);
}
