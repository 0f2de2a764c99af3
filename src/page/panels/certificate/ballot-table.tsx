import { useTranslations } from 'use-intl';
import type { BallotSpan } from '../../../view/paxos-ask.ts';
import type { Micros, Pid } from '../../../view/time.ts';
import { useTimeText } from '../use-time-text.ts';

/** The chart's ballots again as a table, for screen readers. */
export const BallotTable = (props: {
  spans: readonly BallotSpan[];
  now: Micros;
  nameOf: (pid: Pid) => string;
}) => {
  const t = useTranslations('paxosTools.certificate');
  const ends = useTranslations('paxosTools.chart.end');
  const say = useTimeText();
  const { now, nameOf } = props;
  const at = (time: Micros | null): string => (time === null || time > now ? '' : say(time));
  return (
    <div className="vh">
      <table>
        <caption>{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('tableBallot')}</th>
            <th scope="col">{t('tableProposer')}</th>
            <th scope="col">{t('tableBegun')}</th>
            <th scope="col">{t('tableProposed')}</th>
            <th scope="col">{t('tableEnd')}</th>
          </tr>
        </thead>
        <tbody>
          {props.spans
            .filter(({ begun }) => begun <= now)
            .slice(-12)
            .map(({ ballot, proposer, begun, proposed, ended, end }) => (
              <tr key={`${ballot} ${proposer}`}>
                <th scope="row">{ballot}</th>
                <td>{nameOf(proposer)}</td>
                <td>{at(begun)}</td>
                <td>{at(proposed)}</td>
                <td>{ends(ended !== null && ended <= now ? (end ?? 'open') : 'open')}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
};
