import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { RecipeClientView, RecipesDetail } from '../../../view/recipes.ts';
import type { Pid } from '../../../view/time.ts';
import type { Inspection } from '../../lab-frame/descriptor.ts';
import { acts } from '../../lab-frame/acts.ts';
import { OwnDeeds, useOwnDeeds } from '../../panels/inspector/own-deeds.tsx';
import { Remaining } from '../../panels/remaining.tsx';
import { useTimeText } from '../../panels/use-time-text.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { ClientActs } from './client-acts.tsx';
import { SessionFigure } from './session-figure.tsx';
import './inspector.css';
import { useProgramName } from './program-name.ts';

/** `whole`: it takes the row for itself. */
const Row = (props: { name: string; whole?: boolean; children: ReactNode }) => (
  <>
    <dt>{props.name}</dt>
    <dd className={props.whole === true ? 'kv-whole' : undefined}>{props.children}</dd>
  </>
);

interface ClientValuesProps {
  client: RecipeClientView;
  /** It has, or had, a session. */
  had: boolean;
  /** It was never started. */
  off: boolean;
}

/** What a client believes, what it holds, and what it has been told. */
const ClientValues = ({ client, had, off }: ClientValuesProps) => {
  const t = useTranslations('recipes.values');
  const say = useTimeText();
  const nameOf = useProgramName();
  const { believes, holds, own, token, session, expired, connection } = client;
  const list = (names: readonly string[]): string =>
    names.length === 0 ? t('nothing') : names.join(', ');
  return (
    <>
      {session !== null && <SessionFigure session={session} />}
      <dl className="kv">
        <Row name={t('program')} whole>
          {nameOf(client.program)}
          {client.failed === '' ? '' : ` · ${t('failed', { error: client.failed })}`}
          {client.over && client.failed === '' ? ` · ${t('over')}` : ''}
        </Row>
        <Row name={t('believes')}>{list(believes)}</Row>
        <Row name={t('holds')}>{list(holds)}</Row>
        <Row name={t('own')}>{own === '' ? t('nothing') : own}</Row>
        <Row name={t('token')}>{token === '' ? t('nothing') : token}</Row>
        <Row name={t('session')}>
          {session === null ? (
            t(had ? 'sessionOver' : 'nothing')
          ) : (
            <Remaining until={session.expiresAt} />
          )}
        </Row>
        <Row name={t('told')}>{t(expired ? 'toldExpired' : had ? 'toldNothing' : 'nothing')}</Row>
        <Row name={t('heard')} whole>
          {session === null
            ? t('nothing')
            : t('heardOf', {
                time: say(session.touchedAt),
                timeout: say(session.timeout * 1000),
              })}
        </Row>
        <Row name={t('connection')} whole>
          {off ? t('nothing') : connection}
        </Row>
        <Row name={t('grants')} whole>
          {t('times', { times: client.grants })}
        </Row>
        <Row name={t('woken')} whole>
          {t('wokenOf', {
            woken: String(client.woken),
            nothing: String(client.wokenForNothing),
          })}
        </Row>
      </dl>
      {client.values.length > 0 && (
        <details className="section">
          <summary>{t('variables')}</summary>
          <dl className="kv">
            {client.values.map(({ name, value }) => (
              <Row key={name} name={name} whole>
                {value}
              </Row>
            ))}
          </dl>
        </details>
      )}
    </>
  );
};

/** Whether servers ever knew a session of it: only in one does it ask them anything. */
const hadSession = ({ session, expired, messages }: RecipeClientView): boolean =>
  session !== null || expired || messages > 0;

const partsOf = (frame: Frame<RecipesDetail>, pid: Pid): ReactNode => {
  const client = frame.detail.clients.find((one) => one.pid === pid);
  const process = frame.processes.find((one) => one.pid === pid);
  return client === undefined ? undefined : (
    <ClientValues client={client} had={hadSession(client)} off={process?.liveness === 'off'} />
  );
};

/** What matters most of a client, a server or what stands outside; a hook. */
export const useRecipesInspection = (pid: Pid): Inspection => {
  const frame = useLabFrame<RecipesDetail>();
  const deedsOf = useOwnDeeds();
  const process = frame?.processes.find((one) => one.pid === pid);
  if (frame === null || process === undefined) return {};
  const client = frame.detail.clients.find((one) => one.pid === pid);
  return {
    values: partsOf(frame, pid),
    deeds:
      client === undefined ? (
        <div className="row">
          <OwnDeeds deeds={deedsOf(process, frame)} acts={acts} />
        </div>
      ) : (
        <ClientActs client={client} process={process} frame={frame} />
      ),
  };
};
