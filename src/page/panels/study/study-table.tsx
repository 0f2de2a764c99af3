import { useTranslations } from 'use-intl';
import { percentText } from '../../../stage/paxos/study-plot.ts';
import type { ToolSaying } from '../../../stage/paxos/tool-words.ts';
import type { PolicyTimes } from '../../../view/study.ts';
import { decidedBy, summaryOf } from '../../../view/study-summary.ts';
import type { Micros } from '../../../view/time.ts';

/** The figures of each policy. */
export const StudyTable = (props: {
  times: readonly PolicyTimes[];
  words: ToolSaying;
  cursor: Micros | null;
}) => {
  const t = useTranslations('paxosTools.study');
  const { times, words, cursor } = props;
  const time = (us: Micros | null): string => (us === null ? t('none') : words.time(us));
  return (
    <div className="study-table">
      <table>
        <caption className="vh">{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('policy')}</th>
            <th scope="col">{t('decided')}</th>
            {cursor !== null && <th scope="col">{t('share', { time: words.time(cursor) })}</th>}
            <th scope="col">{t('median')}</th>
            <th scope="col">{t('p99')}</th>
            <th scope="col">{t('longest')}</th>
            <th scope="col">{t('ballots')}</th>
            <th scope="col">{t('messages')}</th>
          </tr>
        </thead>
        <tbody>
          {times.map((each) => {
            const { runs, decided, median, p99, longest, ballots, messages } = summaryOf(each);
            return (
              <tr key={each.policy}>
                <th scope="row">{words.say(`policy.${each.policy}`)}</th>
                <td>{runs === 0 ? t('none') : percentText(words.say, decided / runs)}</td>
                {cursor !== null && <td>{percentText(words.say, decidedBy(each, cursor))}</td>}
                <td>{time(median)}</td>
                <td>{time(p99)}</td>
                <td>{time(longest)}</td>
                <td>{runs === 0 ? t('none') : `${ballots.median} · ${ballots.p99}`}</td>
                <td>{runs === 0 ? t('none') : messages.median}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
