import { useTranslations } from 'use-intl';
import type { FactValue } from '../../../view/fact.ts';
import type { InspectView } from '../../../view/inspect.ts';
import type { Intervention } from '../../../view/intervention.ts';
import { OneStop } from '../../widgets/one-stop.tsx';
import { Term } from '../../widgets/term.tsx';
import { useLoose } from '../../words/use-words.ts';
import type { TermId } from '../../words/words.ts';
import { TimerRow } from './timer-row.tsx';

/** The groups of an inspection, each under a heading that opens it. */
export const Sections = (props: {
  inspect: Pick<InspectView, 'pid' | 'sections' | 'time'>;
  /** Which of them are open from the beginning. */
  open: readonly string[];
  onDo: (what: Intervention) => void;
}) => {
  const t = useTranslations('panels.inspector');
  const loose = useLoose('panels');
  const { pid, sections, time } = props.inspect;
  return (
    <>
      {sections.map(({ name, rows }) => {
        const key = `inspector.section.${name}`;
        const heading = loose.has(key) ? loose(key) : name;
        return (
          <details key={name} className="section" open={props.open.includes(name)}>
            <summary>{heading}</summary>
            {rows.length === 0 ? (
              <p className="quiet-text">{t('empty')}</p>
            ) : name === 'timers' ? (
              <ul className="timer-rows">
                {rows.map((row) => (
                  <TimerRow key={row.term} pid={pid} timer={row} time={time} onDo={props.onDo} />
                ))}
              </ul>
            ) : (
              <OneStop label={heading}>
                <dl className="kv pairs">
                  {rows.map(({ term, value }, index) => (
                    // Rows may repeat a term (a vote from each peer) and have no other identity.
                    <div key={index} className="pair">
                      <dt>
                        <RowName term={term} />
                      </dt>
                      <dd>
                        <RowValue section={name} value={value} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </OneStop>
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
