import { useTranslations } from 'use-intl';
import type { ReleaseView } from '../../../view/recipes.ts';
import type { Pid } from '../../../view/time.ts';
import { useSaying } from '../../words/use-saying.ts';

/** The same figure for those who cannot or will not read a plot. */
export const ReleasesTable = (props: {
  releases: readonly ReleaseView[];
  /** So many came before these. */
  before: number;
  nameOf: (pid: Pid) => string;
}) => {
  const t = useTranslations('recipes.releases');
  const words = useSaying('recipes.stage');
  return (
    <table className="releases-table">
      <caption className="vh">{words.say('releases')}</caption>
      <thead>
        <tr>
          {(['number', 'by', 'woken', 'nothing'] as const).map((id) => (
            <th key={id} scope="col">
              {t(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.releases.map(({ at, by, woken, forNothing }, i) => (
          <tr key={`${at} ${i}`}>
            <th scope="row">{props.before + i + 1}</th>
            <td>{props.nameOf(by)}</td>
            <td>{woken}</td>
            <td>{forNothing}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
