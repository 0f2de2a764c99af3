// Plays runs for minutes in the built page in a real browser: `node bench/heap-page.mjs`, with {runs:
// [{route, scenario, deeds, every, again}], minutes} as JSON on standard input. Prints for each what it kept.
import { input, openRun, printMeasured, spentOf } from './built-page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').CDPSession} CDPSession */
/** @typedef {import('../src/view/intervention.ts').Intervention} Intervention */
/** @typedef {{ rates: number[] }} Counted what `count` adds to the page's window */

const SPEED = '50×';
const MINUTE = 60;

const { runs, minutes } = input();
await printMeasured('#/', async (page) => {
  const found = [];
  for (const run of runs) {
    await openRun(page, { ...run, speed: SPEED, dock: true });
    found.push(await played(page, run));
  }
  return found;
});

/**
 * @param {Page} page
 * @param {{ deeds: readonly Intervention[], every: number, again?: number }} run `every`: wall time
 *   between two deeds, s; `again`: each at this position of the run
 */
async function played(page, { deeds, every, again }) {
  const spent = await spentOf(page);
  const heapOf = await heapsOf(page);
  await page.evaluate(count);
  /** @type {{ heap: number, worker: number, elements: number }[]} */
  const kept = [];
  let dataAtFirst = NaN;
  let done = 0;
  const before = await spent();
  const begin = Date.now();
  for (let turn = 0; Date.now() - begin < minutes * MINUTE * 1000; turn++) {
    if (again !== undefined) await page.evaluate(goTo, again);
    const deed = deeds[turn % Math.max(1, deeds.length)];
    if (deed !== undefined && (await page.evaluate(does, deed))) done++;
    // A run that has come to rest goes on.
    const play = page.getByRole('button', { name: 'Play', exact: true });
    if (await play.isVisible()) await play.click();
    await page.waitForTimeout(every * 1000);
    if (Date.now() - begin < (kept.length + 1) * MINUTE * 1000) continue;
    kept.push(await heapOf());
    if (kept.length === 1) dataAtFirst = await dataOf(page);
  }
  if (kept.length < minutes) kept.push(await heapOf());
  const after = await spent();
  const data = [dataAtFirst, await dataOf(page)];
  const { rates, events } = await page.evaluate(() => ({
    rates: /** @type {Counted} */ (/** @type {unknown} */ (window)).rates,
    events: window.zooscope.frame()?.length ?? 0,
  }));
  return {
    heaps: kept.map(({ heap }) => heap),
    data,
    workers: kept.map(({ worker }) => worker),
    elements: kept.map(({ elements }) => elements),
    rates,
    task: (after.task - before.task) / rates.reduce((sum, rate) => sum + rate, 0),
    events,
    done,
  };
}

/**
 * Says what the page and its workers hold after a collection.
 * @param {Page} page
 */
async function heapsOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  const workers = await workersOf(session);
  return async () => {
    for (const id of workers.ids) await workers.ask(id, 'HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    let worker = 0;
    for (const id of workers.ids)
      worker += (await workers.ask(id, 'Runtime.getHeapUsage')).usedSize;
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    return { heap: usedSize, worker, elements };
  };
}

/**
 * What the page's heap holds without the engine's code, bytes: compiled code grows until all that is
 * often run is compiled, however little is kept.
 * @param {Page} page
 */
async function dataOf(page) {
  const session = await page.context().newCDPSession(page);
  /** @type {string[]} */
  const parts = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  /** @type {{ snapshot: { meta: { node_fields: string[], node_types: string[][] } }, nodes: number[] }} */
  const { snapshot, nodes } = JSON.parse(parts.join(''));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = types[type]?.indexOf('code');
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (nodes[at + type] !== code) bytes += nodes[at + size] ?? 0;
  return bytes;
}

/**
 * The page's workers, asked by messages.
 * @param {CDPSession} session
 */
async function workersOf(session) {
  /** @type {Set<string>} */
  const ids = new Set();
  /** @type {Map<number, { of: string, done: (result: { usedSize: number }) => void }>} */
  const waiting = new Map();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') ids.add(sessionId);
  });
  // What is counted beside the run has a worker of its own, which comes to its end.
  session.on('Target.detachedFromTarget', ({ sessionId }) => {
    ids.delete(sessionId);
    // Whoever asked it just then would wait for ever.
    for (const { of, done } of waiting.values()) if (of === sessionId) done({ usedSize: 0 });
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.done(result);
  });
  const autoAttach = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
  await session.send('Target.setAutoAttach', autoAttach);
  let asked = 0;
  return {
    ids,
    /**
     * @param {string} sessionId
     * @param {string} method
     * @returns {Promise<{ usedSize: number }>}
     */
    ask: (sessionId, method) =>
      new Promise((resolve, reject) => {
        const id = ++asked;
        waiting.set(id, { of: sessionId, done: resolve });
        const message = JSON.stringify({ id, method });
        session
          .send('Target.sendMessageToTarget', { sessionId, message })
          .catch((/** @type {unknown} */ error) =>
            ids.has(sessionId) ? reject(error) : resolve({ usedSize: 0 }),
          );
      }),
  };
}

/**
 * Runs in the page: whether it could be done. What cannot be just now is left: the next deed comes soon.
 * @param {Intervention} what
 */
async function does(what) {
  const { problem } = await window.zooscope.commands.intervene(what);
  return problem === null;
}

/**
 * Runs in the page.
 * @param {number} position
 */
async function goTo(position) {
  await window.zooscope.send({ type: 'seek', position });
}

/** Runs in the page: notes how many frames each second has. */
function count() {
  const here = /** @type {Counted} */ (/** @type {unknown} */ (window));
  here.rates = [];
  let frames = 0;
  let since = performance.now();
  /** @param {number} now */
  const frame = (now) => {
    frames++;
    if (now - since >= 1000) {
      here.rates.push((1000 * frames) / (now - since));
      frames = 0;
      since = now;
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
