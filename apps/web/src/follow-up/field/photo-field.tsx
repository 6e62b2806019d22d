import { type ChangeEvent, type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import type { Photo, VisitForm } from '../offline/field-types';
import { asDataUrl, shrunk } from '../offline/photo';
import { usePhone } from './use-phone';

/** As the server takes with one visit. */
const MOST = 5;

interface Props {
  readonly photos: readonly Photo[];
  readonly onChange: (part: Partial<VisitForm>) => void;
}

/** Pictures of the visit: made small, without place and time, and sealed as soon as they are taken. */
export function PhotoField({ photos, onChange }: Props): ReactNode {
  const { t } = useWords();
  const { store } = usePhone();
  const [is, setIs] = useState<'photoBad' | 'shrinking' | 'full'>();
  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const { files } = event.currentTarget;
    const [file] = files ?? [];
    if (file === undefined) return;
    setIs('shrinking');
    const content = await shrunk(file);
    if (content === undefined) {
      setIs('photoBad');
      return;
    }
    try {
      const photo = await store.keepPhoto(content);
      onChange({ photos: [...photos.filter(({ sha256 }) => sha256 !== photo.sha256), photo] });
      setIs(undefined);
    } catch {
      setIs('full');
    }
  };
  return (
    <div className="stack">
      {photos.map((photo, at) => (
        <Picture
          key={photo.sha256}
          photo={photo}
          number={at + 1}
          onDrop={() => {
            onChange({ photos: photos.filter(({ sha256 }) => sha256 !== photo.sha256) });
            void store.dropPhotos([photo.sha256]);
          }}
        />
      ))}
      {is !== undefined && <p role={is === 'shrinking' ? 'status' : 'alert'}>{t(`follow-up:field.visit.${is}`)}</p>}
      {photos.length < MOST && (
        <label className="button">
          {photos.length === 0 ? t('follow-up:field.visit.photo') : t('follow-up:field.visit.photoAgain')}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            className="hidden"
            onChange={(event) => {
              void take(event);
            }}
          />
        </label>
      )}
    </div>
  );
}

interface PictureProps {
  readonly photo: Photo;
  readonly number: number;
  readonly onDrop: () => void;
}

function Picture({ photo, number, onDrop }: PictureProps): ReactNode {
  const { t } = useWords();
  const { store } = usePhone();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    void store.photo(photo.sha256).then(async (content) => {
      if (content !== undefined) setUrl(await asDataUrl(content));
    });
  }, [photo.sha256, store]);
  return (
    <figure>
      {url !== undefined && <img src={url} alt={t('follow-up:field.visit.photoAlt', { number })} />}
      <figcaption>
        {t('follow-up:field.outbox.size', { kb: Math.ceil(photo.bytes / 1000) })}{' '}
        <button type="button" className="link" onClick={onDrop}>
          {t('follow-up:field.visit.drop')}
        </button>
      </figcaption>
    </figure>
  );
}
