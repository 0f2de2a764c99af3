/** A client's handle and the program on it [ClientCnxn]: it connects, talks, loses its server, and ends. */
import { setup } from 'xstate';
import { machineParts } from '../kernel/machine/rules.ts';
import type { Context as ContextOf } from '../kernel/machine/rules.ts';
import type { Client } from './client.ts';
import * as Connecting from './connecting.ts';
import type { ClientEvent } from './events.ts';
import * as Searching from './searching.ts';
import * as Talking from './talking.ts';

type Context = ContextOf<Client>;

const { update, perform, when } = machineParts<Client, ClientEvent>();

const clientSetup = setup({
  types: { context: {} as Context, events: {} as ClientEvent },
  guards: {
    wantsConnect: when(Connecting.wantsConnect),
    wantsExit: when(Connecting.wantsExit),
    wantsWaking: when(Talking.wantsWaking),
    isNobody: when(Connecting.isNobody),
    isMine: when(Connecting.isMine),
    isDialled: when(Connecting.isDialled),
    isSession: when(Connecting.isSession),
    isNamed: when(Connecting.isNamed),
    isClosed: when(Connecting.isClosed),
    isOfProbe: when(Searching.isOfProbe),
    hasLeader: when(Searching.hasLeader),
    hasOutgoing: when(Talking.hasOutgoing),
    isPing: when(Talking.isPing),
    isAuth: when(Talking.isAuth),
    isAuthFailure: when(Talking.isAuthFailure),
    isNext: when(Talking.isNext),
    isCloseReply: when(Talking.isCloseReply),
  },
  actions: {
    begin: update(Connecting.begin),
    takeNewHandle: update(Connecting.takeNewHandle),
    setPause: perform(Connecting.setPause),
    clearPause: perform((_s, e) => e.io.clearTimer('RECONNECT')),
    dial: update(Connecting.dial),
    clearConnectTimeout: perform((_s, e) => e.io.clearTimer('CONNECT_TIMEOUT')),
    greet: update(Connecting.greet),
    closeStray: perform((_s, e) => e.io.close(e.connection)),
    accept: update(Connecting.accept),
    expire: update(Connecting.expire),
    lose: update(Connecting.lose),
    aim: update(Connecting.aim),
    move: update(Connecting.move),
    hangUp: perform(Connecting.hangUp),
    clearTimers: perform(Connecting.clearTimers),
    setReadTimeout: perform(Connecting.setReadTimeout),
    setPing: perform(Connecting.setPing),
    setSearch: perform(Searching.setSearch),
    askForLeader: update(Searching.ask),
    question: perform(Searching.question),
    findLeader: update(Searching.find),
    giveUpProbe: update(Searching.giveUp),
    endSearch: update(Searching.endSearch),
    send: update(Talking.send),
    sendPing: perform(Talking.sendPing),
    takeReply: update(Talking.takeReply),
    takeClose: update(Talking.takeClose),
    takeAuthFailure: update(Talking.takeAuthFailure),
    takeEvent: update(Talking.takeEvent),
    takeLine: update(Talking.takeLine),
    wake: update(Talking.wake),
    setWake: update(Talking.setWake),
  },
});

/** What a person or a clock tells the program, whatever its handle does. */
const told = {
  LINE: { actions: 'takeLine' },
  WAKE: { actions: 'wake' },
} as const;

/** A program may ask for a new handle, for its end, or to be woken. */
const wishes = [
  { guard: 'wantsExit', target: '#client.exited' },
  { guard: 'wantsConnect', target: '#client.connecting', actions: 'takeNewHandle' },
  { guard: 'wantsWaking', actions: 'setWake' },
] as const;

export const clientMachine = clientSetup.createMachine({
  id: 'client',
  context: { s: null as unknown as Client },
  initial: 'starting',
  on: { CONNECTED: { actions: 'closeStray' } },
  states: {
    starting: { entry: 'begin', always: 'notConnected' },
    notConnected: { on: told, always: wishes },
    connecting: {
      initial: 'dialling',
      on: told,
      always: [
        { guard: 'wantsExit', target: '#client.exited' },
        { guard: 'wantsWaking', actions: 'setWake' },
      ],
      states: {
        pausing: {
          entry: 'setPause',
          exit: 'clearPause',
          on: { RECONNECT: 'dialling', MOVE: { guard: 'isNamed', actions: 'aim' } },
          always: { guard: 'isClosed', target: '#client.closed' },
        },
        dialling: {
          entry: 'dial',
          always: { guard: 'isNobody', target: 'pausing', actions: 'lose' },
          on: {
            CONNECTED: { guard: 'isDialled', target: 'handshaking', actions: 'greet' },
            CLOSED: {
              guard: 'isDialled',
              target: 'pausing',
              actions: ['clearConnectTimeout', 'lose'],
            },
            CONNECT_TIMEOUT: { target: 'pausing', actions: 'lose' },
            MOVE: { guard: 'isNamed', target: 'pausing', actions: ['clearConnectTimeout', 'move'] },
          },
        },
        handshaking: {
          exit: 'clearConnectTimeout',
          on: {
            CONNECT_RESPONSE: [
              { guard: 'isSession', target: '#client.connected', actions: 'accept' },
              { guard: 'isMine', target: '#client.expired', actions: 'expire' },
            ],
            // No answer to what it has asked: a server that reads only refuses the session so.
            REPLY: { guard: 'isMine', target: 'pausing', actions: 'lose' },
            CLOSED: { guard: 'isMine', target: 'pausing', actions: 'lose' },
            CONNECT_TIMEOUT: { target: 'pausing', actions: 'lose' },
            MOVE: { guard: 'isNamed', target: 'pausing', actions: 'move' },
          },
        },
      },
    },
    connected: {
      entry: ['setReadTimeout', 'setPing', 'setSearch'],
      exit: ['clearTimers', 'endSearch'],
      on: {
        ...told,
        REPLY: [
          { guard: 'isPing', actions: 'setReadTimeout' },
          { guard: 'isAuthFailure', target: 'authFailed', actions: 'takeAuthFailure' },
          { guard: 'isAuth', actions: 'setReadTimeout' },
          { guard: 'isCloseReply', target: 'closed', actions: 'takeClose' },
          { guard: 'isNext', actions: ['setReadTimeout', 'takeReply'] },
          { guard: 'isMine', target: 'connecting.pausing', actions: 'lose' },
        ],
        WATCH_EVENT: { guard: 'isMine', actions: ['setReadTimeout', 'takeEvent'] },
        CLIENT_PING: { actions: ['sendPing', 'setPing'] },
        READ_TIMEOUT: { target: 'connecting.pausing', actions: 'lose' },
        MOVE: { guard: 'isNamed', target: 'connecting.pausing', actions: 'move' },
        CLOSED: [
          { guard: 'isMine', target: 'connecting.pausing', actions: 'lose' },
          { guard: 'isOfProbe', actions: 'giveUpProbe' },
        ],
        CONNECTED: [{ guard: 'isOfProbe', actions: 'question' }, { actions: 'closeStray' }],
        RW_SEARCH: { actions: ['askForLeader', 'setSearch'] },
        RW_ANSWER_TIMEOUT: { actions: 'giveUpProbe' },
        WORD_ANSWER: [
          {
            guard: 'hasLeader',
            target: 'connecting.pausing',
            actions: ['findLeader', 'lose'],
          },
          { guard: 'isOfProbe', actions: 'giveUpProbe' },
        ],
      },
      always: [
        { guard: 'wantsExit', target: 'exited' },
        { guard: 'hasOutgoing', actions: ['send', 'setPing'] },
        { guard: 'wantsWaking', actions: 'setWake' },
      ],
    },
    closed: { on: told, always: wishes },
    expired: { on: told, always: wishes },
    authFailed: { on: told, always: wishes },
    exited: { entry: 'hangUp' },
  },
});
