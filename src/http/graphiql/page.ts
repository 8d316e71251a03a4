/** The page around GraphiQL: a small form that asks for the API key, and a bar to change it. */

export const pageHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>GraphiQL · license-gateway</title>
    <link rel="icon" type="image/svg+xml" href="graphiql/icon.svg" />
    <link rel="stylesheet" href="graphiql/page.css" />
    <script src="graphiql/start.js" defer></script>
  </head>
  <body>
    <noscript><p class="note">GraphiQL needs JavaScript.</p></noscript>
    <header id="bar" hidden>
      <img src="graphiql/icon.svg" alt="" width="22" height="22" />
      <strong>license-gateway</strong>
      <span id="note" role="status"></span>
      <button type="button" id="forget">Change API key</button>
    </header>
    <main id="gate" hidden>
      <form id="form" autocomplete="off">
        <h1>license-gateway</h1>
        <label for="key">API key</label>
        <input id="key" type="password" required autocomplete="off" spellcheck="false" aria-describedby="hint problem" />
        <p id="problem" role="alert"></p>
        <button type="submit" id="open">Open GraphiQL</button>
        <p id="hint">
          The key is one of those under <code>auth.apiKeys</code> of the configuration, or the admin key that the gateway
          printed at its first start. It stays in this tab and is forgotten when the tab is closed.
        </p>
      </form>
    </main>
    <div id="root"></div>
  </body>
</html>
`;

export const pageCss = `
:root { color-scheme: light dark; --ink: #1c2733; --paper: #f5f7f9; --card: #fff; --line: #c9d3dc; --accent: #0b62a4; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ecf2; --paper: #14191f; --card: #1d252e; --line: #3a4754; --accent: #6cb6f0; --bad: #ff8a80; }
}
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
[hidden] { display: none !important; }
#root { flex: 1; min-height: 0; }
/* GraphiQL takes the height of the window; here it has the rest of the page. */
#root .graphiql-container { height: 100%; min-height: 0; }
#root:empty { display: none; }
/* Tabs that were there from the start are moved from where they are not, and slip away from under the click. */
#root .graphiql-tab { transform: none !important; }
#bar button { padding: 3px 12px; }
#bar { display: flex; align-items: center; gap: 12px; padding: 6px 14px; border-bottom: 1px solid var(--line); background: var(--card); }
#note { flex: 1; opacity: 0.75; }
#gate { flex: 1; display: grid; place-items: center; padding: 16px; }
form { width: min(420px, 100%); padding: 28px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
h1 { margin: 0 0 18px; font-size: 20px; }
label { display: block; margin-bottom: 4px; font-weight: 600; }
input { width: 100%; padding: 9px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: inherit; font: inherit; }
button { padding: 7px 14px; border: 1px solid var(--accent); border-radius: 6px; background: transparent; color: var(--accent); font: inherit; cursor: pointer; }
form button { width: 100%; margin: 6px 0 14px; padding: 9px; background: var(--accent); color: var(--card); font-weight: 600; }
button:disabled { opacity: 0.6; cursor: progress; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
#problem { min-height: 1.5em; margin: 6px 0; color: var(--bad); }
#hint { margin: 0; font-size: 13px; opacity: 0.8; }
.note { padding: 16px; }
`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b62a4"/><path d="M9 7h14v12a7 7 0 0 1-14 0z" fill="#fff"/><path d="M12.5 15.5l2.5 2.5 5-5" fill="none" stroke="#0b62a4" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
