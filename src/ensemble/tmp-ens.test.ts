import { it, expect } from 'vitest';
import { World } from '../kernel/world.ts';
import { ensembleModel } from './quorum-model.ts';
import { serverIn, clientIn } from './member.ts';
import { zxidText } from '../view/zxid.ts';
import { at } from '../kernel/pages.ts';
// eslint-disable-next-line
function random(seed: number) { let x = seed; return () => { x = (Math.imul(x, 1664525) + 1013904223) >>> 0; return x / 4294967296; }; }
it('random', () => {
  const kinds: Record<string, number> = {};
  const T0 = Date.now(); let events = 0;
  for (let seed = 1; seed <= Number(process.env.RUNS ?? 60); seed++) {
    const r = random(seed);
    const n = [3,3,3,4,5][Math.floor(r()*5)]!;
    const sids = Array.from({length:n},(_,i)=>i+1);
    const clients = [101,102,103].slice(0, 1+Math.floor(r()*3)).map((id)=>({id, timeoutMs: 4000 + Math.floor(r()*6000), lines: Array.from({length:12},(_,k)=> r()<0.3?`create -e /e${id}-${k} x`: r()<0.3? `create -s /s- y` : r()<0.5? `set /a ${k}`: r()<0.5 ? `create /a` : 'get /a')}));
    const model = ensembleModel({ servers: sids.map(sid=>({sid})), clients, cfg: { tickTime: 500 } }, r() < 0.3 && n > 3 ? { observers: [n] } : {});
    const world = new World(model, seed);
    const up = new Set<number>();
    const act = (what: any) => { try { world.intervene(what, world.time); } catch (e) { if (!String(e).includes('Refused') && (e as Error).constructor.name !== 'InterventionRefused') throw e; } };
    act({ kind: 'start', pids: sids });
    act({ kind: 'start', pids: clients.map(c=>c.id) });
    let steps = 0; let down = 0;
    while (steps < 2500 && world.advance(world.time + 60_000_000)) {
      steps++;
      if (r() < 0.01) {
        const sid = sids[Math.floor(r()*n)]!;
        const p = world.process(sid);
        const x = r();
        if (x < 0.35) act({ kind: 'kill', pid: sid });
        else if (x < 0.5) act({ kind: 'power-off', pid: sid });
        else if (x < 0.95) act({ kind: 'start', pids: sids.filter(s=>!world.process(s).running) });
      }
      if (world.violations.length > 0) break;
    }
    events += steps;
    const v = world.violations[0];
    if (v) { kinds[v.invariant] = (kinds[v.invariant] ?? 0) + 1; console.log(seed, v.step, v.invariant, v.text); }
    const g = world.state?.ghost ?? (world as any).ghost;
    (globalThis as any).tot = (globalThis as any).tot ?? {d:0,e:0};
    (globalThis as any).tot.d += g.delivered.length; (globalThis as any).tot.e += g.established.length;
  }
  console.log(kinds, (globalThis as any).tot, events, Date.now()-T0);
});
