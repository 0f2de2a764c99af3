import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useInRoom } from '../../browser/in-room.ts';
import { useScrollStop } from '../../lab-frame/use-scroll-stop.ts';
import { useVeiled } from '../../sim/selectors.ts';
import { useAnswerOf } from './use-setup.ts';

/** As many messengers as the lesson of two generals asks about. */
const MOST = 12;
const QUESTION = { ask: 'messengers', upTo: MOST } as const;

/** However many messengers there are: the sender of the last one sees the same whether it comes or not. */
export const Messengers = () => {
  const t = useTranslations('byzantine.messengers');
  const veiled = useVeiled();
  const inRoom = useInRoom();
  const answer = useAnswerOf(QUESTION);
  const box = useRef<HTMLElement>(null);
  useScrollStop(box, `${answer?.rows.length ?? 0} ${veiled}`);
  const who = ([one, other]: readonly [boolean, boolean]): string =>
    t(one && other ? 'both' : one ? 'first' : other ? 'second' : 'nobody');
  return (
    <section ref={box} className="byzantine-view" aria-label={t('caption')}>
      <p>{t(veiled ? 'asked' : 'text')}</p>
      {answer !== null && !veiled && inRoom && (
        <p>
          {t('inRoom', {
            most: String(MOST),
            rules: String(answer.rows.reduce((sum, { rules }) => sum + rules, 0)),
            safe: answer.rows.reduce((sum, { safe }) => sum + safe, 0),
          })}
        </p>
      )}
      {answer !== null && !veiled && !inRoom && (
        <table className="worlds-table">
          <caption className="vh">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('messengers')}</th>
              <th scope="col">{t('last')}</th>
              <th scope="col">{t('allCome')}</th>
              <th scope="col">{t('lastCaught')}</th>
              <th scope="col">{t('same')}</th>
              <th scope="col">{t('safe')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row) => (
              <tr key={row.messengers}>
                <th scope="row">{row.messengers}</th>
                <td>G{row.sender}</td>
                <td>{who(row.allCome)}</td>
                <td>{who(row.lastCaught)}</td>
                <td>{t(row.same ? 'yes' : 'no')}</td>
                <td>{t('safeOf', { safe: String(row.safe), rules: String(row.rules) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
