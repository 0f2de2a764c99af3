/** A client's handle and the program on it [ClientCnxn]: it connects, talks, loses its server, and ends. */
import { setup } from 'xstate';
import { machineParts } from '../kernel/machine/rules.ts';
import type { Context as ContextOf } from '../kernel/machine/rules.ts';
import type { Client } from './client.ts';
import * as Connecting from './connecting.ts';
import type { ClientEvent } from './events.ts';
import * as Facts from './facts.ts';
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
    isSession: when(Connecting.isSession),
    isClosed: when(Connecting.isClosed),
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
    noteDial: update(Connecting.noteDial),
    dial: perform(Connecting.dial),
    clearConnectTimeout: perform((_s, e) => e.io.clearTimer('CONNECT_TIMEOUT')),
    noteConnection: update(Connecting.noteConnection),
    sendConnect: perform(Connecting.sendConnect),
    closeStray: perform((_s, e) => e.io.close(e.connection)),
    accept: update(Connecting.accept),
    expire: update(Connecting.expire),
    lose: update(Connecting.lose),
    hangUp: perform(Connecting.hangUp),
    clearTimers: perform(Connecting.clearTimers),
    setReadTimeout: perform(Connecting.setReadTimeout),
    setPing: perform(Connecting.setPing),
    send: perform(Talking.send),
    noteSent: update(Talking.noteSent),
    sendPing: perform(Talking.sendPing),
    takeReply: update(Talking.takeReply),
    takeClose: update(Talking.takeClose),
    takeAuthFailure: update(Talking.takeAuthFailure),
    takeEvent: update(Talking.takeEvent),
    takeLine: update(Talking.takeLine),
    wake: update(Talking.wake),
    setWake: perform(Talking.setWake),
    noteWake: update(Talking.noteWake),
    explain: perform(Facts.explainNews),
    explainSent: perform(Facts.explainSent),
    explainHandle: perform(Facts.explainHandle),
  },
});

/** What a person or a clock tells the program, whatever its handle does. */
const told = {
  LINE: { actions: ['takeLine', 'explain'] },
  WAKE: { actions: ['wake', 'explain'] },
} as const;

/** A program may ask for a new handle, for its end, or to be woken. */
const wishes = [
  { guard: 'wantsExit', target: '#client.exited' },
  {
    guard: 'wantsConnect',
    target: '#client.connecting',
    actions: ['takeNewHandle', 'explainHandle'],
  },
  { guard: 'wantsWaking', actions: ['setWake', 'noteWake'] },
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
        { guard: 'wantsWaking', actions: ['setWake', 'noteWake'] },
      ],
      states: {
        pausing: {
          entry: 'setPause',
          exit: 'clearPause',
          on: { RECONNECT: 'dialling' },
          always: { guard: 'isClosed', target: '#client.closed' },
        },
        dialling: {
          entry: ['noteDial', 'dial'],
          always: { guard: 'isNobody', target: 'pausing', actions: ['lose', 'explain'] },
          on: {
            CONNECTED: { target: 'handshaking', actions: ['noteConnection', 'sendConnect'] },
            CLOSED: { target: 'pausing', actions: ['clearConnectTimeout', 'lose', 'explain'] },
            CONNECT_TIMEOUT: { target: 'pausing', actions: ['lose', 'explain'] },
          },
        },
        handshaking: {
          exit: 'clearConnectTimeout',
          on: {
            CONNECT_RESPONSE: [
              {
                guard: 'isSession',
                target: '#client.connected',
                actions: ['accept', 'explain'],
              },
              {
                guard: 'isMine',
                target: '#client.expired',
                actions: ['hangUp', 'expire', 'explain'],
              },
            ],
            CLOSED: { guard: 'isMine', target: 'pausing', actions: ['lose', 'explain'] },
            CONNECT_TIMEOUT: { target: 'pausing', actions: ['hangUp', 'lose', 'explain'] },
          },
        },
      },
    },
    connected: {
      entry: ['setReadTimeout', 'setPing'],
      exit: 'clearTimers',
      on: {
        ...told,
        REPLY: [
          { guard: 'isPing', actions: 'setReadTimeout' },
          {
            guard: 'isAuthFailure',
            target: 'authFailed',
            actions: ['hangUp', 'takeAuthFailure', 'explain'],
          },
          { guard: 'isAuth', actions: 'setReadTimeout' },
          {
            guard: 'isCloseReply',
            target: 'closed',
            actions: ['hangUp', 'takeClose', 'explain'],
          },
          { guard: 'isNext', actions: ['setReadTimeout', 'takeReply', 'explain'] },
          {
            guard: 'isMine',
            target: 'connecting.pausing',
            actions: ['hangUp', 'lose', 'explain'],
          },
        ],
        WATCH_EVENT: { guard: 'isMine', actions: ['setReadTimeout', 'takeEvent', 'explain'] },
        CLIENT_PING: { actions: ['sendPing', 'setPing'] },
        READ_TIMEOUT: {
          target: 'connecting.pausing',
          actions: ['hangUp', 'lose', 'explain'],
        },
        CLOSED: { guard: 'isMine', target: 'connecting.pausing', actions: ['lose', 'explain'] },
      },
      always: [
        { guard: 'wantsExit', target: 'exited' },
        { guard: 'hasOutgoing', actions: ['send', 'noteSent', 'explainSent', 'setPing'] },
        { guard: 'wantsWaking', actions: ['setWake', 'noteWake'] },
      ],
    },
    closed: { on: told, always: wishes },
    expired: { on: told, always: wishes },
    authFailed: { on: told, always: wishes },
    exited: { entry: 'hangUp' },
  },
});
