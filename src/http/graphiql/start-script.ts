/** What runs in the browser before GraphiQL: it takes the key, tries it, and starts GraphiQL with it. */

/** The key lives in sessionStorage: this tab only, and gone with it. */
export const startScript = `'use strict';
(() => {
  const STORED = 'license-gateway.api-key';
  const byId = (id) => document.getElementById(id);
  const workers = { editorWorkerService: 'editor', json: 'json', graphql: 'graphql' };
  self.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_module, label) => new URL('graphiql/' + workers[label] + '.worker.js', location.href).href,
  };

  byId('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    await enter(byId('key').value.trim());
  });
  byId('forget').addEventListener('click', () => {
    sessionStorage.removeItem(STORED);
    location.reload();
  });

  const stored = sessionStorage.getItem(STORED);
  if (stored === null) ask('');
  else void enter(stored);

  async function enter(key) {
    byId('open').disabled = true;
    const { problem, examples } = await tried(key);
    byId('open').disabled = false;
    if (problem !== undefined) return ask(problem);
    sessionStorage.setItem(STORED, key);
    byId('key').value = '';
    byId('gate').hidden = true;
    byId('bar').hidden = false;
    await start(key, examples);
  }

  function ask(problem) {
    sessionStorage.removeItem(STORED);
    byId('problem').textContent = problem;
    byId('gate').hidden = false;
    byId('key').focus();
    byId('key').select();
  }

  /** The example operations when the gateway takes the key, else the problem with it. */
  async function tried(key) {
    if (!/^[\\x21-\\x7e]+$/.test(key)) {
      return { problem: 'An API key consists of printable characters without spaces.' };
    }
    try {
      const response = await fetch('graphiql/examples', { headers: { authorization: 'Bearer ' + key } });
      if (response.ok) return { examples: await response.json() };
      if (response.status === 401) return { problem: 'The gateway does not know this key. Check it and try again.' };
      return { problem: 'The gateway answered with status ' + response.status + '. Try again in a moment.' };
    } catch {
      return { problem: 'The gateway does not answer. Check that it runs and try again.' };
    }
  }

  /** Why there will be neither completion nor documentation; empty when there will be. */
  async function schemaProblem(key) {
    try {
      const response = await fetch('graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer ' + key },
        body: JSON.stringify({ query: '{ __schema { queryType { name } } }' }),
      });
      const { errors } = await response.json();
      if (errors === undefined) return '';
      return 'This key may not look at the schema: there is no completion and no documentation, but what it may do runs.';
    } catch {
      return '';
    }
  }

  async function start(key, examples) {
    byId('note').textContent = 'Loading GraphiQL…';
    try {
      await Promise.all([
        load('link', { rel: 'stylesheet', href: 'graphiql/graphiql.css' }),
        load('script', { src: 'graphiql/graphiql.js' }),
      ]);
    } catch {
      byId('note').textContent = 'GraphiQL could not be loaded. Reload the page to try again.';
      return;
    }
    byId('note').textContent = await schemaProblem(key);
    self.YogaGraphiQL.renderYogaGraphiQL(byId('root'), {
      endpoint: 'graphql',
      // Subscriptions too, which it would ask for by GET.
      method: 'POST',
      additionalHeaders: { Authorization: 'Bearer ' + key },
      // An address that brings its own query opens with that alone.
      ...(new URLSearchParams(location.search).has('query') ? {} : { defaultTabs: examples }),
      // The bar above names the gateway already.
      title: '',
      logo: '',
      shouldPersistHeaders: false,
      showPersistHeadersSettings: false,
    });
  }

  function load(tag, attributes) {
    return new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.addEventListener('load', resolve);
      element.addEventListener('error', reject);
      document.head.append(element);
    });
  }
})();
`;
