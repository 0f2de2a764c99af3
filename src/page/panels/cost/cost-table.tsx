import { useFormatter } from 'use-intl';
import { costAt, wasCounted } from '../../../stage/cost-plot.ts';
import type { CostSeries } from '../../../stage/cost-plot.ts';
import type { FigureWords } from './cost-figure.tsx';

/** The same figure for those who cannot or will not read a plot. */
export const CostTable = (props: {
  series: readonly CostSeries[];
  at: number;
  /** The numbers that have a row; the one that is looked at has one, too. */
  numbers: readonly number[];
  words: FigureWords;
}) => {
  const { series, at, words } = props;
  const format = useFormatter();
  const numbers = props.numbers.includes(at)
    ? props.numbers
    : [...props.numbers, at].sort((a, b) => a - b);
  const first = series[0];
  const last = series.at(-1);
  return (
    <div className="cost-table">
      <table>
        <caption className="vh">{words.name}</caption>
        <thead>
          <tr>
            <th scope="col">{words.at}</th>
            {series.map(({ id, name, formula }) => (
              <th key={id} scope="col">
                {name}
                <small>{formula}</small>
              </th>
            ))}
            {words.ratio !== undefined && <th scope="col">{words.ratio}</th>}
          </tr>
        </thead>
        <tbody>
          {numbers.map((n) => (
            <tr key={n} className={n === at ? 'here' : undefined}>
              <th scope="row">{n}</th>
              {series.map((one) => {
                const value = costAt(one, n);
                const said = value === null ? words.none : format.number(value);
                return (
                  <td key={one.id}>
                    {wasCounted(one, n) ? (
                      <b>{said}</b>
                    ) : (
                      <span title={words.byFormula(said)}>{said}</span>
                    )}
                  </td>
                );
              })}
              {words.ratio !== undefined && (
                <td>
                  {ratio(
                    first === undefined ? null : costAt(first, n),
                    last === undefined ? null : costAt(last, n),
                    (value) => format.number(value, { maximumFractionDigits: 2 }),
                    words.none,
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const ratio = (
  a: number | null,
  b: number | null,
  said: (value: number) => string,
  none: string,
): string => (a === null || b === null || b === 0 ? none : said(a / b));
