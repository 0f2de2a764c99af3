/** The other part of a recording: what the real ensemble answered. Nothing that simulates sees it. */
import type {
  Answer,
  CheckAnswer,
  DiskState,
  Epochs,
  LoggedTxn,
  LogFiles,
  OperationAnswer,
  Outcome,
  Recorded,
} from './answers.ts';
import type { Field } from './json.ts';

/** @throws BadCase */
export function readOutcome(file: Field): Outcome {
  const final = file.at('final');
  const logs = file.at('txnLogs');
  return {
    answers: file.at('script').list().map(readAnswer),
    final: final.missing ? null : readCheck(final),
    logs: logs.missing ? null : readAllLogs(logs),
  };
}

function readAnswer(step: Field): Answer {
  switch (step.at('action').value) {
    case 'check':
      return readCheck(step);
    case 'disk':
      return { kind: 'disk', servers: step.at('servers').list().map(readDisk) };
    case 'wait':
      return { kind: 'wait', leader: numberOrNull(step.at('leader')) };
    case 'write':
      return { kind: 'write', operations: step.at('results').list().map(readOperation) };
    case 'dumplogs':
      return { kind: 'logs', logs: readAllLogs(step.at('logs')) };
    case 'exists':
      return { kind: 'client', result: step.at('present').object(), events: null };
    case 'client':
      return { kind: 'client', result: step.at('result').object(), events: null };
    case 'op':
      return { kind: 'client', result: step.at('result').object(), events: readEvents(step) };
    default:
      return null;
  }
}

const readEvents = (step: Field): Recorded | null =>
  step.at('events').missing ? null : step.at('events').object();

function readCheck(check: Field): CheckAnswer {
  return {
    kind: 'check',
    leader: numberOrNull(check.at('leader')),
    modes: bySid(check.at('modes'), (mode) => mode.text()),
    zxid: bySid(check.at('zxid'), (zxid) => (zxid.missing ? null : zxid.text())),
    epochs: bySid(check.at('epochs'), readEpochs),
  };
}

function bySid<T>(field: Field, read: (field: Field) => T): Record<number, T> {
  return Object.fromEntries(field.entries().map(([sid, value]) => [Number(sid), read(value)]));
}

/** `null` means that there is no such file yet, which counts as 0. */
const readEpochs = (field: Field): Epochs => ({
  acceptedEpoch: numberOrNull(field.at('acceptedEpoch')) ?? 0,
  currentEpoch: numberOrNull(field.at('currentEpoch')) ?? 0,
});

function readDisk(server: Field): DiskState {
  const lastLogged = server.at('lastLogged');
  const snapshots = server.at('snapshots');
  return {
    sid: server.at('sid').number(),
    ...readEpochs(server),
    lastLogged: lastLogged.missing ? null : lastLogged.at('zxid').text(),
    lastZxid: server.at('lastZxid').at('zxid').text(),
    snapshots: snapshots.missing ? null : snapshots.list().map((name) => name.text()),
  };
}

const readOperation = (entry: Field): OperationAnswer => ({
  op: entry.at('op').text(),
  result: entry.at('result').missing ? {} : entry.at('result').object(),
});

const readLogs = (files: Field): LogFiles =>
  files.list().map((file) => ({
    file: file.at('file').text(),
    txns: file.at('txns').list().map(readTxn),
  }));

const readTxn = (txn: Field): LoggedTxn => ({
  zxid: txn.at('zxid').zxidText(),
  op: textOr(txn.at('op')),
  detail: textOr(txn.at('detail')),
});

const textOr = (field: Field): string => (field.missing ? '' : String(field.value));

const readAllLogs = (logs: Field): ReadonlyMap<number, LogFiles> =>
  new Map(logs.entries().map(([sid, files]) => [Number(sid), readLogs(files)]));

const numberOrNull = (field: Field): number | null => (field.missing ? null : field.number());
