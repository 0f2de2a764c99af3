import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { claimColour } from '../../../../stage/colours.ts';
import { HIDDEN, veiled } from '../../../../stage/veil.ts';
import type { ElectionDetail, ElectionServerView } from '../../../../view/election.ts';
import type { Pid } from '../../../../view/time.ts';
import type { UnknownField } from '../../../../view/told-frame.ts';
import { zxidText } from '../../../../view/zxid.ts';
import type { Inspection } from '../../../lab-frame/descriptor.ts';
import { ZxidText } from '../../../panels/inspector/zxid-text.tsx';
import { nameOf } from '../../../panels/state-word.ts';
import { useLabFrame, useVeil } from '../../../sim/selectors.ts';
import { OneStop } from '../../../widgets/one-stop.tsx';
import { Term } from '../../../widgets/term.tsx';
import type { TermId } from '../../../words/words.ts';

/** What logs tell of a server; a hook. */
export const useToldInspection = (pid: Pid): Inspection => {
  const frame = useLabFrame<ElectionDetail>();
  const server = frame?.detail.servers.find((one) => one.sid === pid);
  if (frame === null || server === undefined) return {};
  return { values: <ToldValues server={server} name={(other) => nameOf(frame, other)} /> };
};

const ToldValues = (props: { server: ElectionServerView; name: (pid: Pid) => string }) => {
  const t = useTranslations('panels.inspector');
  const words = useTranslations('logs.values');
  const veil = useVeil();
  const { server, name } = props;
  const { sid, vote, leader, observer } = server;
  const row = (term: TermId, field: UnknownField['field'], value: ReactNode) => (
    <>
      <dt>
        <Term id={term} />
      </dt>
      <dd>{veiled(veil, sid, field) ? <span title={words('unknown')}>{HIDDEN}</span> : value}</dd>
    </>
  );
  const known = vote !== null && !veiled(veil, sid, 'zxid') ? `${zxidText(vote.zxid)} → ` : '→ ';
  return (
    <OneStop label={t('values')}>
      <dl className="kv">
        {row('round', 'round', server.round)}
        {row(
          'vote',
          'sid',
          vote === null || observer ? (
            t('noVote')
          ) : (
            <span style={{ color: claimColour(vote.leader) }}>
              {known}
              {name(vote.leader)}
            </span>
          ),
        )}
        {row('epoch', 'currentEpoch', server.currentEpoch)}
        {row('lastZxid', 'lastZxid', <ZxidText zxid={server.zxid} />)}
        {row('leader', 'leader', leader === null ? t('none') : name(leader))}
        {row('phase', 'phase', <Phase phase={server.phase} />)}
      </dl>
    </OneStop>
  );
};

const PHASES = ['ELECTION', 'DISCOVERY', 'SYNCHRONIZATION', 'BROADCAST'] as const;

const Phase = ({ phase }: { phase: string }) => {
  const known = PHASES.find((one) => one === phase);
  return known === undefined ? phase : <Term id={known} />;
};
