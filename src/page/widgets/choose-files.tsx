import { useRef } from 'react';
import { Button } from './button.tsx';

/** A button that asks for files. */
export const ChooseFiles = (props: {
  label: string;
  primary?: boolean;
  /** What kind of files, as an input of files says it. */
  accept?: string;
  several?: boolean;
  /** At least one. */
  onFiles: (files: readonly File[]) => void;
}) => {
  const chooser = useRef<HTMLInputElement>(null);
  const { label, primary = false, accept, several = false, onFiles } = props;
  return (
    <>
      <Button kind={primary ? 'primary' : 'plain'} onPress={() => chooser.current?.click()}>
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept={accept}
        multiple={several}
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          if (files.length > 0) onFiles(files);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
};
