'use strict';
/*
 * TeaVM's runtime.js makes its glue with `new Function(text)`, which our Content-Security-Policy forbids. The texts
 * are few and fixed (TeaVM 0.16), so this file, loaded before it, answers them with functions written out here.
 *
 * The body of a @JSBody is such a text too. Known are `return parameter;` and a few more of TeaVM's own classes. Ours
 * call functions of browser.js by @JSTopLevel and @JSClass; any other body is an error that names it as the wasm loads.
 */
(() => {
  const PATH = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/;

  function global(path) {
    const names = path.split('.');
    if (!(names[0] in globalThis)) {
      throw new ReferenceError(`${names[0]} is not defined`);
    }
    return names.reduce((owner, name) => owner[name], globalThis);
  }

  function setGlobal(path, value) {
    const names = path.split('.');
    const last = names.pop();
    names.reduce((owner, name) => owner[name], globalThis)[last] = value;
  }

  function callFunction(rethrow, fn, ...values) {
    try {
      return fn(...values);
    } catch (e) {
      rethrow(e);
    }
  }

  function callMethod(rethrow, getGlobal, instance, method, ...values) {
    try {
      return instance !== null ? instance[method](...values) : getGlobal(method)(...values);
    } catch (e) {
      rethrow(e);
    }
  }

  function construct(rethrow, constructor, ...values) {
    try {
      return new constructor(...values);
    } catch (e) {
      rethrow(e);
    }
  }

  /** A Java method as JavaScript sees it; the last parameter may gather the rest of the arguments. */
  function exported(passesThis, gathersRest) {
    return (rethrow, fn) =>
      function (...values) {
        const all = passesThis ? [this, ...values] : values;
        if (gathersRest) {
          all.push(all.splice(fn.length - 1));
        }
        try {
          return fn(...all);
        } catch (e) {
          rethrow(e);
        }
      };
  }

  function namedConstructor(name) {
    return (constructor) => {
      const named = function (marker, javaObject) {
        return constructor.call(this, marker, javaObject);
      };
      return Object.defineProperty(named, 'name', { value: name });
    };
  }

  // What TeaVM's own classes bring (JSUndefined, JSObjects, JSString), without blanks and semicolons.
  const BODIES = new Map([
    ['returnvoid0', () => undefined],
    ['return{}', () => ({})],
    ['returnObject.create(null)', () => Object.create(null)],
    ['returnObject.keys(object)', (object) => Object.keys(object)],
    ['returnnameinobject', (object, name) => name in object],
    ['returntypeofobject', (object) => typeof object],
    ['returnobject.toString()', (object) => object.toString()],
    ["returntypeofobj=='undefined'", (obj) => typeof obj === 'undefined'],
    ["returntypeofobj==='string'", (obj) => typeof obj === 'string'],
  ]);

  function script(parameters, body) {
    const position = parameters.indexOf(/^return ([\w$]+);?$/.exec(body.trim())?.[1]);
    if (position >= 0) {
      return (...values) => values[position];
    }
    const known = BODIES.get(body.replace(/[\s;]/g, '').replaceAll('"', "'"));
    if (known) {
      return known;
    }
    throw new EvalError(`@JSBody(${parameters}) "${body}": a page without eval can't run it; see teavm-without-eval.js`);
  }

  function written(parameters, body) {
    const path = /^return (.+);$/.exec(body)?.[1];
    switch (parameters[0]) {
      case 'rethrowJsAsJava':
        return { fn: callFunction, getGlobalName: callMethod, constructor: construct }[parameters[1]];
      case 'rethrowJavaAsJs':
        return exported(body.includes('fn(this'), body.includes('...'));
      case 'wrapCallFromJavaToJs':
        return (wrap, ...texts) => script(texts.slice(0, -1), texts.at(-1));
      case 'constructor':
        return namedConstructor(/^return function ([\w$]+)/.exec(body)[1]);
      case 'value':
        return (value) => setGlobal(/^(.+) = value;$/.exec(body)[1], value);
      default:
        if (body.startsWith('return [')) {
          return (...values) => values;
        }
        if (parameters.length === 0 && PATH.test(path)) {
          return () => global(path);
        }
        throw new EvalError(`Function(${parameters}) "${body}": not among the texts of TeaVM's runtime.js`);
    }
  }

  const Original = Function;
  globalThis.Function = function (...texts) {
    return written(texts.slice(0, -1), texts.at(-1));
  };
  globalThis.Function.prototype = Original.prototype;
})();
