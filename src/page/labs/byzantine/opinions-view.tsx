import { useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { inOrder } from '../../../stage/byzantine/who.ts';
import { orderColour } from '../../../stage/byzantine/worlds.ts';
import type { ByzantineDetail, GeneralView } from '../../../view/byzantine.ts';
import type { Consulted } from '../../../view/byzantine-ask.ts';
import type { ByzantineSetup, Order } from '../../../view/byzantine-setup.ts';
import { useLabFrame, useVeiled } from '../../sim/selectors.ts';
import { Select } from '../../widgets/select.tsx';
import { useAnswerOf, useSetup } from './use-setup.ts';
import './views.css';

/** Each general commands once, with an opinion of its own: what each loyal one ends with, and does. */
export const OpinionsView = () => {
  const t = useTranslations('byzantine.opinions');
  const frame = useLabFrame<ByzantineDetail>();
  const setup = useSetup();
  if (frame === null || setup === null) return null;
  return (
    <section className="byzantine-view opinions" aria-label={t('name')}>
      {frame.detail.two === null ? (
        // Another run begins with opinions of its own.
        <Opinions key={JSON.stringify(setup)} detail={frame.detail} setup={setup} />
      ) : (
        <p className="quiet-text">{t('notOfTwo')}</p>
      )}
    </section>
  );
};

/** To begin with: half of them hold the first value, half the second. */
const mixed = (count: number, values: readonly Order[]): readonly Order[] =>
  Array.from({ length: count }, (_, i) => values[i % 2] ?? values[0] ?? '');

const Opinions = ({ detail, setup }: { detail: ByzantineDetail; setup: ByzantineSetup }) => {
  const t = useTranslations('byzantine.opinions');
  const format = useFormatter();
  const veiled = useVeiled();
  const { values } = detail;
  const all = inOrder(detail);
  const [opinions, setOpinions] = useState(() => mixed(all.length, values));
  const question = useMemo(
    () => (veiled ? null : ({ ask: 'opinions', setup, opinions } as const)),
    [setup, opinions, veiled],
  );
  const answer = useAnswerOf(question);
  const turn = (pid: number, value: Order): void =>
    setOpinions(opinions.map((one, i) => (i + 1 === pid ? value : one)));
  return (
    <>
      <div className="opinions-told">
        <p>{t('text')}</p>
        <p role="status">
          {veiled ? t('veiled') : answer === null ? '' : <Verdict answer={answer} />}
        </p>
        {answer !== null && !veiled && (
          <p className="quiet-text">
            {t('messages', {
              runs: String(all.length),
              messages: format.number(answer.messages),
            })}
          </p>
        )}
      </div>
      <div className="opinions-rows">
        <table className="worlds-table">
          <caption className="vh">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('commands')}</th>
              {all.map(({ pid, name, loyal }) => (
                <th key={pid} scope="col" className={loyal || veiled ? undefined : 'w-violation'}>
                  {name}
                </th>
              ))}
              <th scope="col">{t('most')}</th>
            </tr>
            <tr>
              <th scope="row">{t('holds')}</th>
              {all.map(({ pid, name }) => (
                <td key={pid}>
                  <Select
                    label={t('opinion', { name })}
                    value={opinions[pid - 1] ?? ''}
                    options={values.map((id) => ({ id, label: id }))}
                    onChange={(value) => turn(pid, value)}
                  />
                </td>
              ))}
              <td>–</td>
            </tr>
          </thead>
          <tbody>
            {all.map((general) => (
              <ListOf
                key={general.pid}
                general={general}
                all={all}
                values={values}
                answer={answer}
                veiled={veiled}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

interface ListProps {
  readonly general: GeneralView;
  readonly all: readonly GeneralView[];
  readonly values: readonly Order[];
  readonly answer: Consulted | null;
  readonly veiled: boolean;
}

/** What one of them ends with; of a traitor nobody asks. */
const ListOf = ({ general, all, values, answer, veiled }: ListProps) => {
  const t = useTranslations('byzantine.opinions');
  const list = answer?.lists.find(({ pid }) => pid === general.pid);
  const chip = (value: Order | undefined) => {
    if (value === undefined) return veiled ? '?' : '–';
    return (
      <b className="order-chip" style={{ background: orderColour(values, value) }}>
        {value}
      </b>
    );
  };
  return (
    <tr>
      <th scope="row">
        {t('ends', { name: general.name })}
        {!general.loyal && !veiled && <span className="w-violation"> {t('traitor')}</span>}
      </th>
      {all.map(({ pid }) => (
        <td key={pid}>{chip(list?.holds[pid - 1])}</td>
      ))}
      <td>{chip(list?.does)}</td>
    </tr>
  );
};

/** Whether the loyal ones end with one list, and do one thing. */
const Verdict = ({ answer: { lists } }: { answer: Consulted }) => {
  const t = useTranslations('byzantine.opinions');
  const same = new Set(lists.map(({ holds }) => holds.join('\n'))).size < 2;
  const together = new Set(lists.map(({ does }) => does)).size < 2;
  return (
    <b className={same ? 'worlds-holds' : 'w-violation'}>
      {t(same ? 'same' : together ? 'differTogether' : 'differ')}
    </b>
  );
};
