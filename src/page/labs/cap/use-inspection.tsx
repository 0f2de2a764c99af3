import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { newestOf } from '../../../stage/cap/client.ts';
import { askedText, outcomeText } from '../../../stage/cap/marks.ts';
import { roleWord } from '../../../stage/cap/role.ts';
import { HIDDEN, veiled } from '../../../stage/veil.ts';
import type { CapClientView, CapDetail, CapServerView } from '../../../view/cap.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import type { Inspection } from '../../lab-frame/descriptor.ts';
import { acts } from '../../lab-frame/acts.ts';
import { OwnDeeds, useOwnDeeds } from '../../panels/inspector/own-deeds.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { useLabFrame, useVeil } from '../../sim/selectors.ts';
import { useSaying } from '../../words/use-saying.ts';
import { useMoments } from './moments.ts';
import { useUnguessed } from './predict.ts';

const Row = (props: { name: string; whole?: boolean; children: ReactNode }) => (
  <>
    <dt>{props.name}</dt>
    <dd className={props.whole === true ? 'kv-whole' : undefined}>{props.children}</dd>
  </>
);

const SERVES = { all: 'servesAll', reads: 'servesReads', none: 'servesNone' } as const;

/** What a server has, says that it is, and answers. */
const ServerValues = ({ server, frame }: { server: CapServerView; frame: Frame<CapDetail> }) => {
  const t = useTranslations('cap.values');
  const words = useSaying('cap.stage');
  const { lasting } = useMoments();
  const { pid, role, value, wrote, serves, heardAt } = server;
  const { detail, time } = frame;
  const span = detail.spans.findLast((one) => one.pid === pid);
  const writer = detail.requests.find(({ number }) => number === wrote);
  const clients = detail.clients.filter((one) => one.server === pid);
  const hidden = veiled(useVeil(), pid, 'register');
  return (
    <dl className="kv">
      <Row name={t('value')}>{hidden ? HIDDEN : value === null ? t('none') : String(value)}</Row>
      <Row name={t('wrote')}>
        {hidden
          ? HIDDEN
          : writer === undefined
            ? t('nobody')
            : words.say('named', {
                name: nameOf(frame, writer.client),
                what: askedText(writer, words),
              })}
      </Row>
      <Row name={t('role')} whole>
        {role === '' ? t('none') : roleWord(role, words)}
        {span !== undefined && (
          <>
            {' · '}
            <span className="together">{t('lasts', { time: lasting(time - span.from) })}</span>
          </>
        )}
      </Row>
      <Row name={t('serves')} whole>
        {t(SERVES[serves])}
      </Row>
      <Row name={t('clients')}>
        {clients.length === 0 ? t('none') : clients.map(({ name }) => name).join(', ')}
      </Row>
      {heardAt !== null && (
        <Row name={t('heard')}>{t('ago', { time: lasting(time - heardAt) })}</Row>
      )}
    </dl>
  );
};

/** What a client knows: its connection, its session's node, and its newest request. */
const ClientValues = ({ client, frame }: { client: CapClientView; frame: Frame<CapDetail> }) => {
  const t = useTranslations('cap.values');
  const words = useSaying('cap.stage');
  const { at } = useMoments();
  const unguessed = useUnguessed();
  const { detail } = frame;
  const newest = newestOf(client.pid, detail.requests);
  const hidden = newest !== undefined && unguessed.has(newest.number);
  return (
    <dl className="kv">
      <Row name={t('server')} whole>
        {nameOf(frame, client.server)}
        {client.state === '' ? '' : ` · ${client.state}`}
      </Row>
      {client.ephemeral !== null && (
        <Row name={t('ephemeral')} whole>
          {client.ephemeral.goneAt === null
            ? client.ephemeral.path
            : t('gone', {
                path: client.ephemeral.path,
                at: at(detail, client.ephemeral.goneAt),
              })}
        </Row>
      )}
      <Row name={t('request')} whole>
        {newest === undefined
          ? t('none')
          : `${askedText(newest, words, hidden)}: ${hidden ? '?' : outcomeText(newest, words)}`}
      </Row>
    </dl>
  );
};

/** What matters most of a server or a client. A hook. */
export const useCapInspection = (pid: Pid): Inspection => {
  const frame = useLabFrame<CapDetail>();
  const deedsOf = useOwnDeeds();
  const process = frame?.processes.find((one) => one.pid === pid);
  if (frame === null || process === undefined) return {};
  const server = frame.detail.servers.find((one) => one.pid === pid);
  const client = frame.detail.clients.find((one) => one.pid === pid);
  return {
    values:
      server !== undefined ? (
        <ServerValues server={server} frame={frame} />
      ) : client !== undefined ? (
        <ClientValues client={client} frame={frame} />
      ) : undefined,
    deeds: (
      <div className="row">
        <OwnDeeds deeds={deedsOf(process, frame)} acts={acts} />
      </div>
    ),
  };
};
