import { useTranslations } from 'use-intl';
import { LIMITS } from '../../../view/limits.ts';
import type { TreeRun } from '../../../view/opened-files.ts';
import { Button } from '../../widgets/button.tsx';

const LEFT = ['ephemeral', 'ttl', 'acl', 'binary', 'path', 'many', 'system'] as const;

/** Begins a run with the tree, and says what will not be as it was. */
export const RunFromTree = ({ run, onRun }: { run: TreeRun; onRun: () => void }) => {
  const t = useTranslations('openedFiles');
  const left = LEFT.filter((what) => run.left[what] > 0);
  return (
    <section className="files-run" aria-label={t('run')}>
      <Button onPress={onRun}>{t('run')}</Button>
      <div className="quiet-text">
        <p>{t('runText', { nodes: run.nodes })}</p>
        {left.length > 0 && (
          <ul>
            {left.map((what) => (
              <li key={what}>
                {t(`left.${what}`, { count: run.left[what], most: LIMITS.openedNodes })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
};
