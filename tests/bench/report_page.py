"""The report in a real browser: pictures flip, nothing is cut off or asked of the network, and it prints.

python3 report_page.py PROGRAM [FOLDER for pictures of the pages]
"""

import base64
import os
import sys
import unittest

import program

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "support"))
import browser  # noqa: E402

SHOTS = sys.argv.pop(2) if len(sys.argv) > 2 else None

# As many digits in every cell as there can be.
FILL = """document.querySelectorAll('.strip td:not(.none)').forEach(e =>
    { e.className = 'slower'; e.innerHTML = '<span>+</span>141<span>%</span>'; })"""
# Cells of a strip whose text does not fit, and whatever makes the page wider than the window.
CUT_OFF = """[...document.querySelectorAll('.strip td, .key, h1, h2, .title')]
    .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
    .map(e => e.tagName + ' ' + e.textContent)"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SEEN = """[...document.querySelectorAll('.flip')][0].querySelectorAll('.pic').length === 2 &&
    getComputedStyle(document.querySelector('.flip .b')).visibility"""


@unittest.skipIf(browser.find() is None, "there is no Chromium")
class Page(program.Bench):
    report = None
    page = None

    def setUp(self):
        super().setUp()
        if Page.report is None:
            status, _, err = self.measure("--hint", "scale-quality=nearest,linear,best", "--zoom",
                                          "8,16,24,32,48,64,96,128,256", "--budget", "0.3", "--margin", "0.5")
            self.assertEqual(status, 0, err)
            with open(self.out + "/report.html", "rb") as file:
                Page.report = file.read()
        # It is one file: nothing else of the result is at hand here.
        self.url = "file://" + self.path("report.html")
        with open(self.path("report.html"), "wb") as file:
            file.write(Page.report)
        if Page.page is None:
            Page.page = browser.Browser()
            self.addClassCleanup(Page.page.__exit__)
        self.page.size(1280, 900)
        self.page.media()

    def shoot(self, name, whole=False):
        if SHOTS is not None:
            self.page.picture(os.path.join(SHOTS, name + ".png"), whole)

    def test_a_click_and_the_space_bar_flip_the_pictures(self):
        self.page.open(self.url)
        self.assertEqual(self.page.value(SEEN), "hidden")
        self.page.value("document.querySelector('.flip').scrollIntoView({block: 'center'})")
        before = self.page.picture()
        self.page.click(".flip")
        self.assertEqual(self.page.value(SEEN), "visible")
        self.assertNotEqual(self.page.picture(), before)
        self.page.click(".flip")
        self.assertEqual(self.page.value(SEEN), "hidden")
        self.page.press(" ")
        self.assertEqual(self.page.value(SEEN), "visible")
        # What lies on top is the other picture, as wide as the first.
        widths = self.page.value("[...document.querySelector('.flip').querySelectorAll('.pic')]"
                                 ".map(e => e.getBoundingClientRect().width)")
        self.assertEqual(widths[0], widths[1])
        self.assertGreater(widths[0], 90)

    def test_nothing_is_cut_off_in_wide_and_narrow_windows(self):
        for width in (360, 640, 1020, 1280):
            for scheme in ("light", "dark"):
                self.page.size(width, 800)
                self.page.media(scheme)
                self.page.open(self.url)
                self.page.value(FILL)
                self.assertEqual(self.page.value(WIDER), 0, width)
                self.assertEqual(self.page.value(CUT_OFF), [], width)
                self.shoot("report-%d-%s" % (width, scheme), whole=True)

    def test_dark_is_dark_and_light_is_light(self):
        for scheme, is_dark in (("light", False), ("dark", True)):
            self.page.media(scheme)
            self.page.open(self.url)
            paper, ink = self.page.value("['backgroundColor', 'color'].map(name => "
                                         "getComputedStyle(document.body)[name].match(/\\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b))")
            self.assertEqual(paper < ink, is_dark)
            self.assertGreater(abs(paper - ink), 300)

    def test_prints_on_paper_with_what_is_folded(self):
        self.page.open(self.url)
        self.page.media("light", "print")
        self.page.size(794, 1123)
        self.page.value(FILL)
        self.assertEqual(self.page.value(WIDER), 0)
        self.assertEqual(self.page.value(CUT_OFF), [])
        self.shoot("report-print", whole=True)
        pdf = base64.b64decode(self.page.ask("Page.printToPDF", preferCSSPageSize=True)["data"])
        self.assertTrue(pdf.startswith(b"%PDF-"))
        self.assertGreater(pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page "), 1)

    def test_asks_nothing_of_the_network(self):
        self.page.ask("Network.enable")
        self.page.events.clear()
        self.page.open(self.url)
        self.page.value("new Promise(done => setTimeout(done, 300))")
        asked = [event["params"]["request"]["url"] for event in self.page.events
                 if event.get("method") == "Network.requestWillBeSent"]
        self.assertEqual([url for url in asked if not url.startswith(("data:", self.url))], [])


if __name__ == "__main__":
    program.main()
