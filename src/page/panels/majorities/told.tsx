import { useFormatter, useTranslations } from 'use-intl';
import { judge } from '../../../stage/two-sets.ts';
import type { EnsembleSize, TwoSets } from '../../../view/exhibit.ts';
import { Bold } from '../lesson/bold.tsx';

interface ToldProps {
  size: EnsembleSize;
  sets: TwoSets;
  /** Virtual time in words. */
  time: (us: number) => string;
}

/** What the drawing shows, in sentences: the sets first, for they are what was just pressed. */
export const Told = ({ size, sets, time }: ToldProps) => {
  const t = useTranslations('panels.majorities');
  const { servers, messages } = size;
  const wait = time(size.wait.median);
  const { enough } = judge(size, sets);
  return (
    <>
      <Shared size={size} sets={sets} />
      <Needed size={size} />
      {/* What is refused is what to look at; a price would only draw the eye away. */}
      {enough.a && enough.b && (
        <p className="quiet-text">
          {servers === 1
            ? t('costAlone', { wait })
            : t('cost', { messages: String(messages), wait })}
        </p>
      )}
    </>
  );
};

const Needed = ({ size: { servers, quorum, survives } }: { size: EnsembleSize }) => {
  const t = useTranslations('panels.majorities');
  if (servers === 1) return <p>{t('alone')}</p>;
  const counts = { quorum: String(quorum), servers: String(servers), survives };
  return (
    <p>
      <Bold
        text={
          servers % 2 === 1
            ? t('odd', { ...counts, survives: String(survives) })
            : t('even', { ...counts, fewer: String(servers - 1) })
        }
      />
    </p>
  );
};

const Shared = ({ size, sets }: { size: EnsembleSize; sets: TwoSets }) => {
  const t = useTranslations('panels.majorities');
  const format = useFormatter();
  const { enough, common } = judge(size, sets);
  const servers = String(size.servers);
  const a = String(sets.a.length);
  const b = String(sets.b.length);
  if (enough.a && enough.b) {
    const names = format.list(common.map((pid) => `S${pid}`));
    return (
      <p>
        <Bold text={t('share', { names, a, b, servers })} />
      </p>
    );
  }
  const small = sets[enough.a ? 'b' : 'a'].length;
  const refused =
    enough.a || enough.b
      ? t('tooFew', {
          set: enough.a ? 'B' : 'A',
          members: String(small),
          rest: String(size.servers - small),
          servers,
        })
      : t('bothTooFew', { a, b, servers });
  return (
    <p>
      <Bold text={common.length === 0 ? `${refused} ${t('apart')}` : refused} />
    </p>
  );
};
