// Writes beside each file of a folder that compresses well <file>.br, for the server to send to browsers that take it.
// Maven runs it, here and in frontend: node brotli.mjs <folder>. What is up to date is left alone.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const COMPRESSIBLE = /\.(html|css|js|json|md|svg|txt|wasm|safetensors|idx)$/;

function isCurrent(target, source) {
  return existsSync(target) && statSync(target).mtimeMs > statSync(source).mtimeMs;
}

function compress(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params });
}

for (const name of readdirSync(process.argv[2], { recursive: true })) {
  const source = join(process.argv[2], name);
  const target = `${source}.br`;
  if (COMPRESSIBLE.test(name) && !isCurrent(target, source)) {
    writeFileSync(target, compress(readFileSync(source)));
  }
}
