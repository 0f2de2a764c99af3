import { useFormatter, useTranslations } from 'use-intl';
import { costAt, wasCounted } from '../../../stage/recipes/cost-plot.ts';
import type { CostSeries } from '../../../stage/recipes/cost-plot.ts';
import { COUNTED_N } from './series.ts';

/** The same figure for those who cannot or will not read a plot. */
export const CostTable = ({ series, at }: { series: readonly CostSeries[]; at: number }) => {
  const t = useTranslations('recipes.cost');
  const format = useFormatter();
  const numbers = COUNTED_N.includes(at) ? COUNTED_N : [...COUNTED_N, at].sort((a, b) => a - b);
  const first = series[0];
  const last = series.at(-1);
  return (
    <div className="cost-table">
      <table>
        <caption className="vh">{t('name')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('at')}</th>
            {series.map(({ id, name, formula }) => (
              <th key={id} scope="col">
                {name}
                <small>{formula}</small>
              </th>
            ))}
            <th scope="col">{t('ratio')}</th>
          </tr>
        </thead>
        <tbody>
          {numbers.map((n) => (
            <tr key={n} className={n === at ? 'here' : undefined}>
              <th scope="row">{n}</th>
              {series.map((one) => {
                const value = costAt(one, n);
                const said = value === null ? t('none') : format.number(value);
                return (
                  <td key={one.id}>
                    {wasCounted(one, n) ? (
                      <b>{said}</b>
                    ) : (
                      <span title={t('formula', { value: said })}>{said}</span>
                    )}
                  </td>
                );
              })}
              <td>
                {ratio(
                  first === undefined ? null : costAt(first, n),
                  last === undefined ? null : costAt(last, n),
                  (value) => format.number(value, { maximumFractionDigits: 2 }),
                  t('none'),
                )}
              </td>
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
