import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { HIDDEN } from '../../../stage/veil.ts';
import { instantText } from '../../../view/instant.ts';
import type { Pid } from '../../../view/time.ts';
import type { ZnodeView } from '../../../view/zookeeper-ask.ts';
import type { Zxid } from '../../../view/zxid.ts';
import { zxidHex, zxidText } from '../../../view/zxid.ts';
import { OneStop } from '../../widgets/one-stop.tsx';
import { Term } from '../../widgets/term.tsx';
import { useLoose } from '../../words/use-words.ts';
import { Changes } from './changes.tsx';
import { STAT_ROWS, storyOf } from './story.ts';
import type { StatField } from './story.ts';

interface StatProps {
  node: ZnodeView;
  nameOf: (pid: Pid) => string;
  /** Whether an open question is about this field. */
  hides: (field: StatField) => boolean;
}

/** `2026-11-21 02:44:00.123`, as the server's clock has it. */
const clockText = (ms: number): string =>
  ms === 0 ? '0' : instantText(ms).replace('T', ' ').replace('Z', '');

const valueOf = (field: StatField, node: ZnodeView): string => {
  const value: Zxid | string | number = node[field];
  if (typeof value === 'object') return zxidText(value);
  return field === 'ctime' || field === 'mtime' ? clockText(Number(value)) : String(value);
};

/** Every field of a node's stat; each tells on demand why it is what it is. */
export const Stat = ({ node, nameOf, hides }: StatProps) => {
  const t = useTranslations('znodeCard');
  const id = useId();
  const [open, setOpen] = useState<StatField | null>(null);
  return (
    <OneStop className="znode-stat" label={t('stat')}>
      {STAT_ROWS.map((fields) => (
        <div key={fields[0]} className={`stat-row stat-row-${fields.length}`}>
          {fields.map((field) => {
            if (hides(field)) {
              return (
                <span key={field} className="stat-field">
                  <Term id={field} /> <b>{HIDDEN}</b>
                </span>
              );
            }
            const value = valueOf(field, node);
            const why = t('whyName', { field, value });
            return (
              <span key={field} className="stat-field">
                <Term id={field} />
                <button
                  type="button"
                  className="stat-value"
                  aria-label={why}
                  title={why}
                  aria-expanded={open === field}
                  aria-controls={`${id}-${fields[0]}`}
                  onClick={() => setOpen(open === field ? null : field)}
                >
                  {value}
                  <small aria-hidden="true">?</small>
                </button>
              </span>
            );
          })}
          <div id={`${id}-${fields[0]}`} className="stat-why" aria-live="polite">
            {fields.map(
              (field) =>
                open === field &&
                !hides(field) && <Why key={field} field={field} node={node} nameOf={nameOf} />,
            )}
          </div>
        </div>
      ))}
    </OneStop>
  );
};

const Why = (props: Omit<StatProps, 'hides'> & { field: StatField }) => {
  const { field, node } = props;
  const words = useLoose('znodeCard');
  const story = useRef<HTMLDivElement>(null);
  // It may open below what is seen of the card; nothing else may be scrolled.
  useLayoutEffect(() => {
    const card = story.current?.closest('.znode-card');
    if (!card || story.current === null) return;
    const below =
      story.current.getBoundingClientRect().bottom - card.getBoundingClientRect().bottom;
    if (below > 0) card.scrollTop += below + 8;
  }, []);
  const { sentences, changes, more } = storyOf(field, node);
  const value: Zxid | string | number = node[field];
  const whole =
    typeof value === 'object' ? `${zxidText(value)} = ${zxidHex(value)}` : valueOf(field, node);
  return (
    <div className="stat-story" ref={story}>
      <p>
        <strong>
          {field} {whole}
        </strong>
      </p>
      {sentences.map(({ key, values }) => (
        <p key={key}>{words(`why.${key}`, values)}</p>
      ))}
      {(changes.length > 0 || more > 0) && (
        <Changes changes={changes} more={more} nameOf={props.nameOf} />
      )}
    </div>
  );
};
