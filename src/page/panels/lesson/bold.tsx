/** A command's options, such as `-w`. */
const OPTION = /(?<=\s)(-\w+)/u;

/** A line never breaks behind an option's hyphen. */
const Whole = (props: { text: string }) =>
  props.text.split(OPTION).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="option">
        {part}
      </span>
    ) : (
      part
    ),
  );

/** A text in which `**…**` is bold; everything else is plain text, never markup. */
export const Bold = (props: { text: string }) => (
  <>
    {props.text.split('**').map((part, index) =>
      // Pieces have no identity but their place.
      index % 2 === 1 ? (
        <b key={index}>
          <Whole text={part} />
        </b>
      ) : (
        part
      ),
    )}
  </>
);
