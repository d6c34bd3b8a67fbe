import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from aula_reports.diagnostics import SourceError
from aula_reports.write.colour import Profile
from aula_reports.write.pdf import Supplies, WrittenFile, write_file
from aula_reports.write.picture_cache import PictureCache, pixel_stream
from aula_reports.write.pixels import prepare
from aula_reports.write.recipes import RECIPES
from tests.write.sample_book import sample_book
from tests.write.structure_walk import walk


def _write(
    supplies: Supplies, profile: Profile, picture: Path, mask: Path | None = None
) -> WrittenFile:
    return write_file(sample_book(picture, mask), supplies, profile)


@pytest.mark.parametrize("profile", ["web", "print"])
def test_pictures_keep_the_file_sound(
    supplies: Supplies, profile: Profile, picture: Path, mask: Path
) -> None:
    written = _write(supplies, profile, picture, mask)
    assert walk(written.content).errors == []
    with pikepdf.open(io.BytesIO(written.content)) as pdf:
        page = pdf.pages[1]
        assert str(page.Group.CS) == {"print": "/DeviceCMYK", "web": "/DeviceRGB"}[profile]
        assert "/SMask" in page.Resources.XObject.Im2


def test_a_picture_placed_twice_is_embedded_once(supplies: Supplies, picture: Path) -> None:
    content = _write(supplies, "web", picture).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages[1].Resources.XObject) == 1
        # The larger of its two places, 160 mm wide, deserves more pixels than there are.
        assert pdf.pages[1].Resources.XObject.Im1.Width == 600


def test_second_time_pictures_come_from_the_cache(supplies: Supplies, picture: Path) -> None:
    first, second = (_write(supplies, "print", picture) for _ in range(2))
    assert (first.pictures.prepared, first.pictures.cached) == (1, 0)
    assert (second.pictures.prepared, second.pictures.cached) == (0, 1)
    assert first.content == second.content


def test_another_content_under_the_same_name_is_prepared_anew(
    supplies: Supplies, picture: Path
) -> None:
    _write(supplies, "web", picture)
    Image.new("RGB", (600, 400), "red").save(picture)
    assert _write(supplies, "web", picture).pictures.prepared == 1


def test_a_damaged_entry_is_rebuilt(supplies: Supplies, picture: Path, cache_home: Path) -> None:
    first = _write(supplies, "web", picture)
    (entry,) = (file for file in cache_home.rglob("*") if file.is_file())
    whole = entry.read_bytes()
    for damage in (whole[:-5], b"", b"{}\n", b"\xff\xfe", whole.replace(b"width", b"wide ", 1)):
        entry.write_bytes(damage)
        again = _write(supplies, "web", picture)
        assert again.pictures.prepared == 1
        assert again.content == first.content
    assert entry.read_bytes() == whole


def test_an_unwritable_cache_is_no_error(
    supplies: Supplies, picture: Path, cache_home: Path
) -> None:
    cache_home.write_text("a file where the folder should be")
    assert _write(supplies, "web", picture).pictures.prepared == 1


def test_no_cache_is_touched_where_none_is_wanted(
    supplies: Supplies, picture: Path, cache_home: Path
) -> None:
    write_file(sample_book(picture), supplies, "web", use_cache=False)
    assert not cache_home.exists()


def test_no_decoder_is_loaded_when_the_cache_has_all(supplies: Supplies, picture: Path) -> None:
    _write(supplies, "web", picture)
    program = f"""
import sys
from pathlib import Path
from aula_reports.write.pdf import Supplies, write_file
from tests.write.sample_book import FACES, INKS, sample_book
book = sample_book(Path({str(picture)!r}))
assert write_file(book, Supplies(FACES, INKS), "web").pictures.cached == 1
# ReportLab itself imports PIL.Image, without any decoder.
assert not {{"PIL.ImageCms", "PIL.JpegImagePlugin", "PIL.PngImagePlugin"}} & sys.modules.keys()
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_inks_stay_under_the_limit_and_black_stays_deep(picture: Path) -> None:
    (pixels,) = prepare([picture], RECIPES["print"].at(400, 300))
    image = Image.open(io.BytesIO(pixels.content))
    assert image.mode == "CMYK"
    shares = _ink_shares(image)
    assert 250 < max(shares) <= 300
    assert min(shares) == 0


def _ink_shares(image: Image.Image) -> list[float]:
    """Sum the four inks of each pixel, in percent."""
    inks = image.tobytes()
    return [sum(inks[at : at + 4]) / 2.55 for at in range(0, len(inks), 4)]


def test_greys_stay_in_one_ink(tmp_path: Path) -> None:
    file = tmp_path / "grey.png"
    Image.linear_gradient("L").save(file)
    for recipe in RECIPES.values():
        (pixels,) = prepare([file], recipe.at(100, 100))
        assert "/DeviceGray" in pixels.entries


def test_a_picture_is_reduced_to_its_place_and_never_enlarged(picture: Path) -> None:
    small, large = (prepare([picture], RECIPES["web"].at(side, side))[0] for side in (72, 720))
    assert (small.width, small.height) == (150, 150)
    assert (large.width, large.height) == (600, 400)


def test_own_transparency_becomes_a_mask(tmp_path: Path) -> None:
    file = tmp_path / "clear.png"
    Image.new("RGBA", (40, 40), (255, 0, 0, 128)).save(file)
    colour, mask = prepare([file], RECIPES["web"].at(100, 100))
    assert "/DeviceRGB" in colour.entries
    assert "/DeviceGray" in mask.entries


def test_four_inks_for_the_screen_and_a_false_profile_are_borne(tmp_path: Path) -> None:
    file = tmp_path / "inks.jpg"
    Image.new("CMYK", (40, 40), (255, 255, 255, 255)).save(file, icc_profile=b"no profile")
    assert "/DeviceRGB" in prepare([file], RECIPES["web"].at(100, 100))[0].entries
    (printed,) = prepare([file], RECIPES["print"].at(100, 100))
    assert max(_ink_shares(Image.open(io.BytesIO(printed.content)))) <= 300


def held_sideways(path: Path, mark: int) -> Path:
    """Write a picture, red at its left, that a camera marked as held another way."""
    image = Image.new("RGB", (40, 20), "white")
    image.paste("red", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = mark
    image.save(path, exif=exif)
    return path


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
def test_a_picture_stands_upright(tmp_path: Path, name: str) -> None:
    file = held_sideways(tmp_path / name, 6)
    (pixels,) = prepare([file], RECIPES["web"].at(100, 100))
    image = Image.open(io.BytesIO(pixels.content))
    assert (pixels.width, pixels.height) == image.size == (20, 40)
    red, white = image.getpixel((10, 5)), image.getpixel((10, 35))
    assert isinstance(red, tuple)
    assert isinstance(white, tuple)
    assert red[2] < 60 < 200 < white[2]


@pytest.mark.parametrize(
    ("name", "mode"), [("grey.png", "I;16"), ("grey.tif", "I;16"), ("big.tif", "I;16B")]
)
def test_sixteen_bits_keep_their_middle(tmp_path: Path, name: str, mode: str) -> None:
    file = tmp_path / name
    Image.new(mode, (30, 30), 32768).save(file)
    (pixels,) = prepare([file], RECIPES["print"].at(100, 100))
    assert "/DeviceGray" in pixels.entries
    level = Image.open(io.BytesIO(pixels.content)).getpixel((15, 15))
    assert level == pytest.approx(128, abs=2)


@pytest.mark.parametrize("mode", ["P", "1", "LA", "PA", "LAB", "YCbCr"])
def test_every_way_to_hold_pixels_is_borne(tmp_path: Path, mode: str) -> None:
    file = tmp_path / ("a.tif" if mode in ("LAB", "YCbCr") else "a.png")
    image = Image.new("RGB", (30, 30), "white")
    if mode == "LAB":
        image = Image.new("LAB", (30, 30), (255, 128, 128))
    elif mode == "PA":
        image = image.convert("P")
        image.info["transparency"] = 0
    else:
        image = image.convert(mode)
    image.save(file)
    for recipe in RECIPES.values():
        assert prepare([file], recipe.at(100, 100))[0].width == 30


def test_a_jpeg_that_fits_is_passed_on_untouched(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    Image.new("RGB", (60, 40), "teal").save(file, quality=97)
    assert prepare([file], RECIPES["web"].at(100, 100))[0].content == file.read_bytes()
    assert prepare([file], RECIPES["print"].at(100, 100))[0].content != file.read_bytes()
    assert prepare([file], RECIPES["web"].at(10, 10))[0].content != file.read_bytes()


def test_a_jpeg_that_is_passed_on_does_not_say_where_it_was_taken(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x010F] = "Appareil"
    exif.get_ifd(0x8825)[1] = "N"
    image = Image.effect_noise((60, 40), 40).convert("RGB")
    image.save(file, quality=95, exif=exif, comment=b"chez moi")
    content = prepare([file], RECIPES["web"].at(100, 100))[0].content
    assert len(content) < len(file.read_bytes())
    assert not {b"Exif", b"Appareil", b"chez moi"} & {
        word for word in (b"Exif", b"Appareil", b"chez moi") if word in content
    }
    assert Image.open(io.BytesIO(content)).tobytes() == Image.open(file).tobytes()


def test_a_grey_picture_that_is_transparent_stays_in_one_ink(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    Image.new("LA", (30, 30), (120, 90)).save(file)
    picture, mask = prepare([file], RECIPES["print"].at(100, 100))
    assert "/DeviceGray" in picture.entries
    assert "/DeviceGray" in mask.entries


@pytest.mark.parametrize(
    ("inks", "passes"), [((255, 255, 0, 0), True), ((255, 255, 255, 0), False)]
)
def test_a_jpeg_in_inks_is_passed_on_if_they_keep_the_limit(
    tmp_path: Path, inks: tuple[int, ...], passes: bool
) -> None:
    file = tmp_path / "a.jpg"
    Image.new("CMYK", (60, 40), inks).save(file)
    (pixels,) = prepare([file], RECIPES["print"].at(100, 100))
    assert (pixels.content == file.read_bytes()) == passes
    assert max(_ink_shares(Image.open(io.BytesIO(pixels.content)))) <= 300


@pytest.mark.parametrize("spoil", ["cut", "text", "gone"])
def test_an_unreadable_picture_is_told(supplies: Supplies, picture: Path, spoil: str) -> None:
    if spoil == "cut":
        picture.write_bytes(picture.read_bytes()[:200])
    elif spoil == "text":
        picture.write_text("pas une image")
    else:
        picture.unlink()
    with pytest.raises(SourceError, match="l’image ne peut pas être"):
        _write(supplies, "web", picture)


def test_the_cache_gives_back_what_it_was_given(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "deep" / "cache")
    streams = (pixel_stream(1, 2, "/A", b"\n\0x"), pixel_stream(3, 4, "/B", b""))
    cache.keep("key", streams)
    assert cache.read("key") == streams
    assert cache.read("other") is None
