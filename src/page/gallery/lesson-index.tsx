import { Link } from 'wouter';
import { useMedia } from '../browser/use-media.ts';
import { useLanguage } from '../words/use-words.ts';
import { GROUPS } from './catalogue.ts';
import type { Entry } from './catalogue.ts';
import { fullest } from './columns.ts';
import { LessonMeta } from './lesson-meta.tsx';
import { Picture } from './picture.tsx';

/** How many columns there is room for. */
const useMost = (): number => {
  const two = useMedia('(min-width: 640px)');
  const three = useMedia('(min-width: 960px)');
  const five = useMedia('(min-width: 1200px)');
  return five ? 5 : three ? 3 : two ? 2 : 1;
};

/** All lessons by groups, in columns that are about equally full. `lines`: with what each is about. */
export const LessonIndex = (props: { entries: readonly Entry[]; lines: boolean }) => {
  const locale = useLanguage();
  const most = useMost();
  const groups = GROUPS.flatMap((group) => {
    const lessons = props.entries.filter((entry) => entry.group === group.id);
    return lessons.length === 0 ? [] : [{ ...group, lessons }];
  });
  // A heading is about as high as two thirds of a lesson.
  const sizes = fullest(
    groups.map(({ lessons }) => lessons.length + 0.7),
    most,
  );
  if (groups.length === 0) return null;
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((a, b) => a + b, 0));
  return (
    <div
      className="index"
      style={{ gridTemplateColumns: `repeat(${sizes.length}, minmax(0, 1fr))` }}
    >
      {sizes.map((size, index) => {
        const column = groups.slice((ends[index] ?? 0) - size, ends[index]);
        return (
          <div key={column[0]?.id}>
            {column.map(({ id, names, lessons }) => (
              <section key={id}>
                <h2>{names[locale]}</h2>
                <ul>
                  {lessons.map((entry) => (
                    <li key={entry.id}>
                      <Link className="mini" href={`/lesson/${entry.id}`}>
                        <Picture of="lessons" id={entry.id} />
                        <span>
                          <span className="mini-title">{entry.title}</span>
                          {props.lines && <span className="mini-line">{entry.line}</span>}
                          <LessonMeta entry={entry} />
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        );
      })}
    </div>
  );
};
