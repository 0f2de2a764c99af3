import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import { Button } from '../../widgets/button.tsx';
import { treeIcons } from './icons.tsx';
import { useSearch } from './use-search.ts';

/** Looks for nodes by their path; Enter goes on to the next hit, with Shift to the one before. */
export const Search = (props: { server: Pid | null; onHit: (path: string) => void }) => {
  const t = useTranslations('znodeTree.search');
  const { text, setText, found, at, step } = useSearch(props.server, props.onHit);
  const hits = found?.paths.length ?? 0;
  return (
    <div className="znode-search" role="search">
      <input
        type="search"
        aria-label={t('label')}
        placeholder={t('placeholder')}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      {hits > 0 && (
        <>
          <Button
            kind="icon"
            aria-label={t('previous')}
            title={t('previous')}
            onPress={() => step(-1)}
          >
            {treeIcons.up}
          </Button>
          <Button kind="icon" aria-label={t('next')} title={t('next')} onPress={() => step(1)}>
            {treeIcons.down}
          </Button>
        </>
      )}
      <p role="status" className="quiet-text">
        {found === null
          ? ''
          : hits === 0
            ? t('none', { looked: found.looked })
            : t(found.next === null ? 'hit' : 'hitMore', {
                at: String(at + 1),
                hits: String(hits),
                looked: found.looked,
              })}
      </p>
    </div>
  );
};
