/**
 * Loader for `lib/messages/<locale>/*.json` (next.config.js): parses the ICU messages once, at build time, so that neither the server
 * nor the browser carries a parser. Outside Next (worker, command line, tests) use-intl parses the same files as it goes.
 */
module.exports = function compileMessages(source) {
  const done = this.async();
  import('icu-minify/compile')
    .then(({ default: compile }) => done(null, JSON.stringify(compiled(JSON.parse(source), compile))))
    .catch(done);
};

function compiled(messages, compile) {
  if (typeof messages === 'string') return compile(messages);
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, compiled(value, compile)]));
}
