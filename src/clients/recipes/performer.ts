/** Carries out one step of a program. */
import type { Deed, Label, OnError, StepError, Verbs } from '../../view/recipe-program.ts';
import { STEP_ERRORS } from '../../view/recipe-program.ts';
import { NO_SESSION } from '../../zookeeper/records/values.ts';
import { mustBePath } from '../api.ts';
import type { CallResult, UserRequest } from '../calls.ts';
import { firstOf, handleState, identity, note, resultOf, submit } from '../steps.ts';
import type { Heard, Steps, Wait } from '../steps.ts';
import type { Compiled } from './compile.ts';
import { isCall, placeOf } from './compile.ts';
import { nextGuid } from './guid.ts';
import { answerTo, arrival, listen } from './listening.ts';
import { claimed, computed } from './local.ts';
import { setValue } from './mind.ts';
import type { Mind } from './mind.ts';
import { picked, shortName } from './names.ts';
import { asking, shownReply } from './outside-call.ts';
import { codeOf, requestOf, take, watchedBy } from './requests.ts';
import { evaluate, isSo, namesAt, numberAt, ProgramFault, textAt, textOfValue } from './values.ts';

/** Whether the present session has made the node of which a result tells. */
function* isOwn({ body }: CallResult): Steps<boolean> {
  const owner = body.kind === 'stat' ? body.stat.ephemeralOwner : NO_SESSION;
  return owner !== NO_SESSION && owner === (yield* identity()).session;
}

/** The place of the step that comes next; null: none does. */
type Next = number | null;

export class Performer {
  private readonly me: Mind;
  private readonly program: Compiled;
  private readonly deed: Deed;

  constructor(me: Mind, program: Compiled) {
    this.me = me;
    this.program = program;
    this.deed = program.deeds[me.place] ?? { end: true };
  }

  /** @throws ProgramFault, IllegalArgument */
  *perform(): Steps<Next> {
    const { me, deed } = this;
    if (me.thinkMs > 0 && isCall(deed)) {
      const heard = yield* listen(me, this.program, [], { ms: me.thinkMs, work: true });
      if (heard.kind === 'jump') return heard.place;
    }
    const request = requestOf(deed, me.values);
    if (request !== null) return yield* this.asks(request);
    if (deed.end === true) return null;
    if (deed.wait !== undefined) return yield* this.waits(deed.wait);
    if (deed.work !== undefined) return yield* this.works(deed.work);
    if (deed.close !== undefined) return yield* this.closes(deed.close);
    if (deed.connect !== undefined) return yield* this.connects();
    if (deed.call !== undefined) return yield* this.calls(deed.call);
    return yield* this.decides();
  }

  private get next(): number {
    return this.me.place + 1;
  }

  private at(label: Label): number {
    return placeOf(this.program, label);
  }

  /** What is shown at its line. */
  private result(text: string): void {
    const line = this.program.lineOf[this.me.place];
    if (line !== undefined) this.me.results = this.me.results.with(line, text);
  }

  private *asks(request: UserRequest): Steps<Next> {
    const { me, deed } = this;
    const path = 'path' in request ? request.path : '';
    const paths = request.op === 'multi' ? request.ops : [{ path, mode: undefined, ...request }];
    for (const each of paths)
      mustBePath(each.path, 'mode' in each && each.mode?.includes('SEQUENTIAL') === true);
    // Each path has a watcher of its own.
    const call = yield* submit({ kind: 'request', request, watcher: path });
    const heard = yield* answerTo(me, { kind: 'result', call });
    if (heard.kind !== 'result') throw new TypeError(`no result but ${heard.kind}`);
    const code = codeOf(heard.result);
    const watching = watchedBy(request, code);
    if (watching !== null) yield* this.watches(watching);
    if (code === 'OK') {
      this.result(take(me, deed, heard.result, path));
      const { yes = null, own = null } = deed.exists ?? {};
      const label = own !== null && (yield* isOwn(heard.result)) ? own : yes;
      return label === null ? this.next : this.at(label);
    }
    this.result(code);
    // That there is none is an answer, no error.
    if (code === 'NoNode' && deed.exists !== undefined) {
      const { no } = deed.exists;
      return no === undefined ? this.next : this.at(no);
    }
    return this.failed(code, onOf(deed));
  }

  /**
   * What came of this path before the reply that set the watch is past: it said no more than the reply
   * does. What comes after it takes the watch with it, whatever it tells of, and must not be passed over.
   */
  private *watches(watching: Mind['watching']): Steps {
    const { path: watcher } = watching;
    this.me.watching = watching;
    for (let stale = true; stale;) {
      const heard = yield* firstOf({ kind: 'event', watcher }, { kind: 'time', lasts: 0 });
      stale = heard.kind === 'event';
    }
  }

  /** @throws ProgramFault when nobody says where it goes on */
  private failed(code: string, on: OnError = {}): number {
    const { handlers } = this.me;
    const known = STEP_ERRORS.find((each): each is StepError => each === code);
    const own = known === undefined ? undefined : on[known];
    const general = known === undefined ? undefined : handlers[known];
    const lost = code === 'ConnectionLoss' ? handlers.Disconnected : undefined;
    const over = code === 'SessionExpired' ? handlers.Expired : undefined;
    const label = own ?? on.else ?? general ?? lost ?? over ?? handlers.else;
    if (label === undefined) throw new ProgramFault(code);
    return this.at(label);
  }

  private *closes({ on }: Verbs['close']): Steps<Next> {
    const { err } = yield* resultOf(yield* submit({ kind: 'close' }));
    this.me.session = 'expired';
    this.result(err);
    return err === 'OK' ? this.next : this.failed(err, on);
  }

  private *connects(): Steps<Next> {
    const state = yield* handleState();
    if (state === 'CONNECTED' || state === 'CONNECTING')
      throw new ProgramFault('connect: its session may still live');
    yield* submit({ kind: 'connect' });
    const { me } = this;
    me.session = 'new';
    // Servers may still show nodes of the session before: it must not take them for its own.
    setValue(me, 'guid', nextGuid(textOfValue(me.values['guid'] ?? '')));
    yield* arrival(me);
    return this.next;
  }

  /** Asks a process outside; that its session is in doubt may keep it from hearing the answer. */
  private *calls(call: Verbs['call']): Steps<Next> {
    const { me } = this;
    const ticket = yield* submit(asking(call, me.values));
    const waits = [{ kind: 'reply', call: ticket }] as const;
    const heard = yield* listen(me, this.program, waits, { ms: null });
    if (heard.kind === 'jump') return heard.place;
    if (heard.kind !== 'reply') throw new TypeError(`no reply but ${heard.kind}`);
    const { err, value } = heard.reply;
    this.result(shownReply(heard.reply));
    // Also a refusal may say something: whose the row is, which token was greater.
    if (err === 'OK' || value !== null) setValue(me, call.into, value ?? '');
    return err === 'OK' ? this.next : this.failed(err, call.on);
  }

  private *works({ ms }: Verbs['work']): Steps<Next> {
    const { me } = this;
    const lasts = Math.max(0, numberAt(ms, me.values));
    const heard = yield* listen(me, this.program, [], { ms: lasts, work: true });
    return heard.kind === 'jump' ? heard.place : this.next;
  }

  private *waits(wait: Verbs['wait']): Steps<Next> {
    const { me } = this;
    const awaited = wait.for === undefined ? [] : [wait.for].flat();
    const ms = wait.ms === undefined ? null : Math.max(0, numberAt(wait.ms, me.values));
    const after = wait.goto === undefined ? this.next : this.at(wait.goto);
    if (awaited.includes('session') && me.session === 'connected') return after;
    const watches = awaited.includes('watch') || awaited.includes('any');
    const any = awaited.includes('any');
    if (watches) yield* this.settles(any ? '' : me.watching.path, any ? '' : me.watching.of);
    const event: Wait = any ? { kind: 'event' } : { kind: 'event', watcher: me.watching.path };
    const heard = yield* listen(me, this.program, watches ? [event] : [], {
      ms,
      session: awaited.includes('session'),
      go: awaited.includes('go'),
      passes: (each) => this.passes(each, wait),
    });
    if (watches && heard.kind !== 'event') yield* note({ kind: 'gives-up' });
    if (heard.kind === 'jump') return heard.place;
    if (heard.kind === 'event') {
      const path = heard.event.path ?? '';
      me.woken++;
      me.roused = true;
      yield* note({ kind: 'woken', path });
      setValue(me, wait.into, path);
      this.result(heard.event.type);
      return after;
    }
    if (heard.kind !== 'time' || wait.for === undefined) return after;
    this.result('late');
    return wait.late === undefined ? this.next : this.at(wait.late);
  }

  /** It begins to wait for a watch: if one has just woken it, that was in vain. */
  private *settles(path: string, of: string): Steps {
    const { me } = this;
    this.result('wait');
    if (me.roused) {
      me.roused = false;
      me.wokenForNothing++;
      yield* note({ kind: 'in-vain' });
    }
    yield* note({ kind: 'waits', path, of });
  }

  /** Not what it wants to hear of. */
  private passes(heard: Heard, wait: Verbs['wait']): boolean {
    if (heard.kind !== 'event') return false;
    const { type } = heard.event;
    return wait.of !== undefined && ![wait.of].flat().some((each) => each === type);
  }

  /** What asks nobody. */
  private *decides(): Steps<Next> {
    const { me, deed } = this;
    const { values } = me;
    if (deed.compute !== undefined) {
      const value = yield* computed(deed.compute, me);
      setValue(me, deed.compute.into, value);
      this.result(textOfValue(value));
    } else if (deed.pick !== undefined) return this.picks(deed.pick);
    else if (deed.if !== undefined) {
      const [a, relation, b] = deed.if.is;
      const yes = isSo(evaluate(a, values), relation, evaluate(b, values));
      this.result(yes ? 'yes' : 'no');
      if (yes) return this.at(deed.if.goto);
      if (deed.if.else !== undefined) return this.at(deed.if.else);
    } else if (deed.goto !== undefined) return this.at(deed.goto);
    else if (deed.repeat !== undefined) {
      const passes = (me.passes[me.place] ?? 0) + 1;
      const again = passes < numberAt(deed.repeat.times, values);
      me.passes = { ...me.passes, [me.place]: again ? passes : 0 };
      if (again) return this.at(deed.repeat.goto);
    } else if (deed.on !== undefined) me.handlers = { ...me.handlers, ...deed.on };
    else yield* this.says();
    return this.next;
  }

  private picks(pick: Verbs['pick']): Next {
    const { me } = this;
    const own = me.values['own'] === undefined ? '' : '$own';
    const mine = textAt(pick.mine ?? own, me.values);
    const guid = textOfValue(me.values['guid'] ?? '');
    const found = picked(namesAt(pick.from, me.values), pick, mine, guid);
    if (found === null) {
      this.result('none');
      if (pick.none === undefined) throw new ProgramFault('pick: there is none');
      return this.at(pick.none);
    }
    setValue(me, pick.into, found);
    this.result(typeof found === 'number' ? String(found) : shortName(found));
    return this.next;
  }

  private *says(): Steps {
    const { me, deed } = this;
    if (deed.believe !== undefined) {
      const { what } = deed.believe;
      const node = deed.believe.node === undefined ? '' : textAt(deed.believe.node, me.values);
      me.believes = [...me.believes.filter((each) => each.what !== what), { what, node }];
      me.grants++;
      me.roused = false;
      this.result(what);
      yield* note({ kind: 'believes', what, node });
    } else if (deed.release !== undefined) {
      const what = deed.release;
      if (me.believes.every((each) => each.what !== what)) return;
      me.believes = me.believes.filter((each) => each.what !== what);
      yield* note({ kind: 'releases', what });
    } else if (deed.claim !== undefined) {
      const claim = claimed(deed.claim, me.values);
      if (claim.claim === 'knows') me.roused = false;
      this.result(claim.is);
      yield* note(claim);
    }
  }
}

/** What a step says of its own errors. */
function onOf(deed: Deed): OnError | undefined {
  const { create, delete: remove, setData, getData, exists, getChildren, sync, multi } = deed;
  return (create ?? remove ?? setData ?? getData ?? exists ?? getChildren ?? sync ?? multi)?.on;
}
