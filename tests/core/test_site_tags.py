"""Template tags: data for custom elements can't break out of its script; labels say their language."""

from __future__ import annotations

from django.template import Context, Template
from django.utils.translation import override

LOAD = "{% load site_tags %}"


def render(source, **values):
    return Template(LOAD + source).render(Context(values))


def test_json_data_is_safe_in_html():
    html = render('{% json_data value role="points" %}', value=[{"name": "</script><b>&"}])
    assert html.startswith('<script type="application/json" data-role="points">')
    assert html.count("</script>") == 1
    assert "<b>" not in html


def test_a_label_in_another_language_is_marked():
    with override("vi"):
        assert render("{% label text %}", text={"en": "Clay"}) == '<span lang="en">Clay</span>'
        assert render("{% label text %}", text={"vi": "Đất", "en": "Clay"}) == "Đất"


def test_several_times_of_a_day_are_kept_whole():
    assert render("{{ hours|unbroken }}", hours="08:00–11:30, 13:30–17:00").count('<span class="unbroken">') == 2
    assert render("{{ hours|unbroken }}", hours="Open 08:00–17:00") == "Open 08:00–17:00"
    assert "<b>" not in render("{{ hours|unbroken }}", hours="<b>08:00–11:30, 13:30–17:00")
