// Compiles the kernels, src/main/assembly, for pages that share memory with helpers and for those that cannot.
// Maven runs it: node src/build/kernels.mjs <output folder>. What is up to date is left alone.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const output = process.argv[2];
const SOURCES = 'src/main/assembly';
const COMPILER = 'node_modules/assemblyscript/bin/asc.js';
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noExportMemory',
  '--initialMemory', '2', '--maximumMemory', '65536', '--memoryBase', '1024', '--disableWarning', '112'];
const THREADS = ['--enable', 'threads', '--sharedMemory'];

function isCurrent(target, sources) {
  return existsSync(target) && sources.every((source) => statSync(source).mtimeMs <= statSync(target).mtimeMs);
}

function installCompiler() {
  if (!isCurrent('node_modules/.package-lock.json', ['package-lock.json'])) {
    // On Windows npm is a .cmd file, which only a shell starts.
    execFileSync('npm', ['ci', '--ignore-scripts'], { stdio: 'inherit', shell: process.platform === 'win32' });
  }
}

function compile(name, options) {
  const target = join(output, name);
  const sources = readdirSync(SOURCES).map((file) => join(SOURCES, file));
  if (!isCurrent(target, [...sources, 'src/build/kernels.mjs', 'package-lock.json'])) {
    const entry = join(SOURCES, 'index.ts');
    execFileSync(process.execPath, [COMPILER, entry, '-o', target, ...OPTIONS, ...options], { stdio: 'inherit' });
  }
}

installCompiler();
mkdirSync(output, { recursive: true });
compile('kernels.wasm', []);
compile('kernels-shared.wasm', THREADS);
