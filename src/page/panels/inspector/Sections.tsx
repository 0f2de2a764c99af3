import { useTranslations } from 'use-intl';
import type { FactValue } from '../../../view/fact.ts';
import type { InspectView } from '../../../view/inspect.ts';
import { Term } from '../../words/term.tsx';
import { useLoose } from '../../words/use-words.ts';
import type { TermId } from '../../words/words.ts';
import { Remaining } from '../remaining.tsx';

/** The groups of an inspection, each under a heading that opens it. */
export const Sections = (props: {
  inspect: Pick<InspectView, 'sections' | 'time'>;
  /** Which of them are open from the beginning. */
  open: readonly string[];
}) => {
  const t = useTranslations('panels.inspector');
  const loose = useLoose('panels');
  const { sections, time } = props.inspect;
  return (
    <>
      {sections.map((section) => {
        const key = `inspector.section.${section.name}`;
        return (
          <details key={section.name} className="section" open={props.open.includes(section.name)}>
            <summary>{loose.has(key) ? loose(key) : section.name}</summary>
            {section.rows.length === 0 ? (
              <p className="quiet-text">{t('empty')}</p>
            ) : (
              <dl className="kv pairs">
                {section.rows.map(({ term, value }, index) => (
                  // Rows may repeat a term (one timer for each peer) and have no other identity.
                  <div key={index} className="pair">
                    <dt>
                      <RowName term={term} />
                    </dt>
                    <dd>
                      {section.name === 'timers' && typeof value === 'number' ? (
                        <Remaining until={time + value} />
                      ) : (
                        <RowValue section={section.name} value={value} />
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </details>
        );
      })}
    </>
  );
};

/** `recvset S2`: the words of the first part, and whom or what it is about. */
const RowName = ({ term }: { term: string }) => {
  const terms = useLoose('terms');
  const panels = useLoose('panels');
  const [head = term, ...about] = term.split(' ');
  const key = `inspector.row.${head}`;
  return (
    <>
      {terms.has(`${head}.text`) ? (
        <Term id={head as TermId} />
      ) : panels.has(key) ? (
        panels(key)
      ) : (
        head
      )}
      {about.length > 0 && ` ${about.join(' ')}`}
    </>
  );
};

const RowValue = ({ section, value }: { section: string; value: FactValue }) => {
  const t = useTranslations('panels.inspector');
  const panels = useLoose('panels');
  const terms = useLoose('terms');
  if (value === null || value === '') return '–';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  const stage = `inspector.connection.${value}`;
  if (section === 'connections' && panels.has(stage)) return panels(stage);
  // States and phases are field terms with names of their own.
  return section === 'role' && terms.has(`${value}.name`) ? terms(`${value}.name`) : value;
};
