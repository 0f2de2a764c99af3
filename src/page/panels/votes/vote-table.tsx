import { useTranslations } from 'use-intl';
import { HIDDEN, veiled } from '../../../stage/veil.ts';
import type { Veil } from '../../../stage/veil.ts';
import type { ElectionDetail, VoteView } from '../../../view/election.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { zxidText } from '../../../view/zxid.ts';
import { nameOf } from '../state-word.ts';

interface Row {
  readonly voter: Pid;
  readonly round: number;
  readonly vote: VoteView;
}

/** The votes to show: everybody's present one, or what one server holds in its ballot box. */
const rowsOf = (frame: Frame<ElectionDetail>, box: Pid | null): Row[] => {
  if (box !== null) {
    const entries = frame.detail.servers.find((one) => one.sid === box)?.box ?? [];
    return entries.map(({ voter, round, vote }) => ({ voter, round, vote }));
  }
  return frame.detail.servers.flatMap((one) => {
    const process = frame.processes.find((other) => other.pid === one.sid);
    const up = process?.liveness === 'up' || process?.liveness === 'paused';
    return up && one.vote !== null && !one.observer
      ? [{ voter: one.sid, round: one.round, vote: one.vote }]
      : [];
  });
};

/** The drawing's votes again as a table, for screen readers. */
export const VoteTable = (props: {
  frame: Frame<ElectionDetail>;
  box: Pid | null;
  caption: string;
  veil: Veil | undefined;
}) => {
  const t = useTranslations('stage.votes');
  const { frame, box, caption, veil } = props;
  return (
    <table className="vh">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('voter')}</th>
          <th scope="col">{t('round')}</th>
          <th scope="col">{t('epoch')}</th>
          <th scope="col">{t('zxid')}</th>
          <th scope="col">{t('sid')}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(frame, box).map(({ voter, round, vote }) => {
          const cell = (field: 'round' | 'epoch' | 'zxid' | 'sid', value: string | number) => (
            <td>{veiled(veil, voter, field) ? HIDDEN : value}</td>
          );
          return (
            <tr key={voter}>
              <th scope="row">{nameOf(frame, voter)}</th>
              {cell('round', round)}
              {cell('epoch', vote.peerEpoch)}
              {cell('zxid', zxidText(vote.zxid))}
              {cell('sid', nameOf(frame, vote.leader))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
