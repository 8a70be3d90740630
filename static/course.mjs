// Makes the pages of the course: each lesson's text, course/<id>.html, in the frame of course/layout.html, in the order of
// course/lessons.json, as <output folder>/<id>.html. A lesson's program is course.wasm, unless lessons.json names another. Maven
// runs it: node course.mjs <output folder>. In a lesson's text
//   <tex>…</tex>, <tex display>…</tex>               become MathML
//   <include file="…"></include>                  becomes that file of course/, which several lessons share
//   <java file="…" method="name"></java>             becomes that method as it stands in the repository, with its Javadoc
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import temml from 'temml';

const output = process.argv[2];
const parts = JSON.parse(readFileSync('course/lessons.json', 'utf8'));
const lessons = parts.flatMap((part) => part.lessons.map((lesson) => ({ ...lesson, part: part.part })));
const layout = readFileSync('course/layout.html', 'utf8');

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Puts values in place of {{name}}. */
function filled(text, values) {
  return text.replace(/\{\{(\w+)\}\}/g, (mark, name) => {
    if (!(name in values)) {
      throw new Error(`course: nothing to put in place of ${mark}`);
    }
    return values[name];
  });
}

/** Without the style attributes, which the server's Content-Security-Policy forbids; course.css says what is needed of them. */
function formulas(text) {
  return text.replace(/<tex( display)?>(.*?)<\/tex>/gs, (mark, display, tex) =>
    temml.renderToString(tex.trim().replaceAll('&lt;', '<').replaceAll('&amp;', '&'), {
      displayMode: Boolean(display), throwOnError: true, trust: true,
    }).replace(/ style="[^"]*"/g, ''));
}

function included(text) {
  return text.replace(/<include file="([^"]+)"><\/include>/g, (mark, file) => readFileSync(join('course', file), 'utf8'));
}

function excerpts(text) {
  return text.replace(/<java file="([^"]+)" method="([^"]+)"><\/java>/g, (mark, file, method) => `
<details class="java">
  <summary>Show the Java: <code>${escaped(file.split('/').pop().replace('.java', ''))}.${escaped(method)}</code></summary>
  <p class="caption">${escaped(file)}, as the engine runs it</p>
  <pre tabindex="0"><code>${escaped(methodsOf(readFileSync(join('..', file), 'utf8'), file, method))}</code></pre>
</details>`);
}

/** All methods of this name with their Javadoc, less the indentation that they share. */
function methodsOf(source, file, name) {
  const lines = source.split('\n');
  const declaration = new RegExp(`^ {4}[\\w@<].*\\b${name}\\(`);
  const found = lines.flatMap((line, index) => (declaration.test(line) ? [excerpt(lines, index)] : []));
  if (found.length === 0) {
    throw new Error(`course: expected a method ${name} in ${file} but there is none`);
  }
  return found.join('\n\n');
}

function excerpt(lines, declaration) {
  let start = declaration;
  while (/^ {4}(@|\/\*\*| \*)/.test(lines[start - 1])) {
    start--;
  }
  return lines.slice(start, bodyEnd(lines, declaration) + 1).map((line) => line.replace(/^ {4}/, '')).join('\n');
}

/** The line on which the braces opened since the declaration are closed; a method without a body ends in a semicolon. */
function bodyEnd(lines, declaration) {
  let depth = 0;
  for (let end = declaration; ; end++) {
    const code = lines[end].replace(/"(\\.|[^"\\])*"|'(\\.|[^'\\])'|\/\/.*/g, '');
    depth += code.split('{').length - code.split('}').length;
    if (depth === 0 && /[};]\s*$/.test(code)) {
      return end;
    }
  }
}

function contents(current) {
  return parts.map((part) => `<p class="contents-part">${part.part}</p>
        <ol class="contents-lessons" role="list">
          ${part.lessons.map((lesson) => `<li>${entry(lesson, current)}</li>`).join('\n          ')}
        </ol>`).join('\n        ');
}

function entry(lesson, current) {
  return lesson.ready
    ? `<a href="/course/${lesson.id}" data-lesson-link="${lesson.id}"${lesson.id === current ? ' aria-current="page"' : ''}>${lesson.title}</a>`
    : `<span class="coming">${lesson.title}<span class="coming-word"> (coming)</span></span>`;
}

function overview() {
  return parts.map((part, index) => `<section class="overview-part" aria-labelledby="part-${index + 1}">
  <h2 id="part-${index + 1}">${part.part}</h2>
  <ol class="overview" role="list">
    ${part.lessons.map((lesson) => `<li>${entry(lesson)}<p>${lesson.about}.</p></li>`).join('\n    ')}
  </ol>
</section>`).join('\n');
}

function turn(id) {
  const ready = lessons.filter((lesson) => lesson.ready);
  const place = ready.findIndex((lesson) => lesson.id === id);
  const link = (lesson, words, rel) =>
    `<a rel="${rel}" href="/course/${lesson ? lesson.id : ''}"><span>${words}</span> ${lesson ? lesson.title : 'All lessons'}</a>`;
  return link(ready[place - 1], 'Previous', 'prev') + '\n        ' + link(ready[place + 1], 'Next', 'next');
}

function page(id, values) {
  const style = existsSync(`web/css/lesson-${id}.css`) ? `<link rel="stylesheet" href="/css/lesson-${id}.css">` : '';
  const html = filled(layout, { id, program: 'course', styles: style, contents: contents(id), ...values });
  // /course and /course/ are the same page.
  const files = id === 'index' ? [join(output, 'index.html'), `${output}.html`] : [join(output, `${id}.html`)];
  files.forEach((file) => writeFileSync(file, html));
}

mkdirSync(output, { recursive: true });
for (const lesson of lessons.filter((each) => each.ready)) {
  const content = excerpts(formulas(included(readFileSync(`course/${lesson.id}.html`, 'utf8'))));
  page(lesson.id, { ...lesson, content, turn: turn(lesson.id) });
}
const first = lessons.find((lesson) => lesson.ready);
page('index', {
  title: 'The course', about: 'Contents of the course', part: '',
  content: filled(readFileSync('course/index.html', 'utf8'), { overview: overview() }),
  turn: `<a rel="next" href="/course/${first.id}"><span>Begin</span> ${first.title}</a>`,
});
