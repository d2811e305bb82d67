// Counts, for each set of the JSON in file 3, the texts that the package
// `obscenity` (found from folder 2) finds a term in, also within a word as its
// patterns do when they are not told otherwise. Prints a JSON array.
'use strict';
const fs = require('fs');

const [, , folder, file] = process.argv;
const at = require.resolve('obscenity', {paths: [folder]});
const {DataSet, RegExpMatcher, englishRecommendedTransformers, parseRawPattern,
       englishRecommendedBlacklistMatcherTransformers} = require(at);

// Patterns are compared with transformed text, so that a term such as "2nd" or
// one with a doubled letter is only ever found in its transformed form.
function transformed(term) {
  const steps = englishRecommendedBlacklistMatcherTransformers.map(
      (t) => t.factory ? t.factory() : t);
  let out = '';
  for (const character of term) {
    let c = character.codePointAt(0);
    for (const step of steps) {
      if (c !== undefined) c = step.transform(c);
    }
    if (c !== undefined) out += String.fromCodePoint(c);
  }
  return out;
}

function matcherOf(terms) {
  const data = new DataSet();
  for (const term of new Set(terms.map(transformed))) {
    const literal = term.replace(/[\\[\]?|]/g, '\\$&');
    data.addPhrase((p) => p.addPattern(parseRawPattern(literal)));
  }
  return new RegExpMatcher(
      {...data.build(), ...englishRecommendedTransformers});
}

const counts = JSON.parse(fs.readFileSync(file, 'utf8')).map((set) => {
  const matcher = matcherOf(set.terms);
  return set.texts.filter((text) => matcher.hasMatch(text)).length;
});
console.log(JSON.stringify(counts));
