import { useTranslations } from 'use-intl';
import type { FactValue } from '../../../view/fact.ts';
import type { InspectSection } from '../../../view/inspect.ts';
import { Term } from '../../words/term.tsx';
import { useLoose } from '../../words/use-words.ts';
import type { TermId } from '../../words/words.ts';

/** The groups of an inspection, each under a heading that opens it. */
export const Sections = (props: { sections: readonly InspectSection[] }) => {
  const t = useTranslations('panels.inspector');
  const loose = useLoose('panels');
  return (
    <>
      {props.sections.map((section) => {
        const key = `inspector.section.${section.name}`;
        return (
          <details key={section.name} className="section" open={section.name === 'vote'}>
            <summary>{loose.has(key) ? loose(key) : section.name}</summary>
            {section.rows.length === 0 ? (
              <p className="quiet-text">{t('empty')}</p>
            ) : (
              <dl className="kv pairs">
                {section.rows.map((row, index) => (
                  // Rows may repeat a term (one timer for each peer) and have no other identity.
                  // oxlint-disable-next-line react/no-array-index-key
                  <Row key={index} term={row.term} value={row.value} />
                ))}
              </dl>
            )}
          </details>
        );
      })}
    </>
  );
};

const Row = (props: { term: string; value: FactValue }) => {
  const t = useTranslations('panels.inspector');
  const terms = useLoose('terms');
  const { term, value } = props;
  const text = (): string | number => {
    if (value === null) return '–';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    return value;
  };
  return (
    <>
      <dt>{terms.has(`${term}.text`) ? <Term id={term as TermId} /> : term}</dt>
      <dd>{text()}</dd>
    </>
  );
};
