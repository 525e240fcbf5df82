"""Edits workbooks in a running LibreOffice as a person would: opens them, sets cells, saves them as
.xlsx and as .csv. Takes the pipe it listens on and a JSON file of what to do."""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def connected(pipe):
    """The desktop of the office program, as soon as it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("the office program does not answer")


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def url(path):
    return uno.systemPathToFileUrl(path)


# Comma, quotes, UTF-8, from the first line, cells as they are shown; of the first sheet.
csv_options = "44,34,76,1,,0,false,true"


def edit(desktop, file, xlsx, csv, typed):
    document = desktop.loadComponentFromURL(url(file), "_blank", 0, (prop("Hidden", True),))
    sheet = document.Sheets.getByIndex(0)
    for cell in typed:
        place = sheet.getCellByPosition(cell["column"], cell["row"])
        if "number" in cell:
            place.setValue(cell["number"])
        else:
            place.setString(cell["text"])
    document.storeToURL(url(xlsx), (prop("FilterName", "Calc MS Excel 2007 XML"),))
    document.storeToURL(
        url(csv),
        (prop("FilterName", "Text - txt - csv (StarCalc)"), prop("FilterOptions", csv_options)),
    )
    document.close(True)


desktop = connected(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as orders:
    for order in json.load(orders):
        edit(desktop, **order)
try:
    desktop.terminate()
except Exception:  # it is gone before it can answer
    pass
