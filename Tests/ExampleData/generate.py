#!/usr/bin/env python3
"""Write the example exports: three invented stores, 26 weeks, every file in its true shape.

    python3 Tests/ExampleData/generate.py            writes examples/
    python3 Tests/ExampleData/generate.py <folder>   writes somewhere else

Only the standard library, one fixed seed and random() alone (whose numbers never change between
versions of Python), so that a second run writes the same bytes. Stores, brands, products, ids,
towns and buyers are invented; only headers and forms (encoding, line ends, quoting, dates, money)
are those of real downloads.

The story: a click costs money and may lead to an order within six days. Orders, the business
report, settlements, the inventory ledger and returns are all derived from these orders, so the
files of a store agree with each other as far as real ones do. Nord pays too much per click in
Germany from 20 July to 23 August and recovers. Nord's French site is new and gets cheaper month by
month. Sud is steady. Pacific improves until September and slips a little in the last week.

What is special on purpose:
  - Sud/DE has two downloads of the advertised product report that share 14 days (31 August to 13
    September). In the later one sales have matured, the last day is complete, one sale is gone
    (its order was cancelled) and a few rows are new. Every row of the earlier one is in both.
  - Nord/DE's second order download repeats orders that were pending in the first, now with prices.
  - Five damaged rows in three files (DAMAGE, below), and one file of no known kind.
  - Order times are UTC; many orders fall on another day there than on the site's own calendar.
  - Nord/DE and Nord/FR: cancelled, pending, replacement, give-away, multi-channel and multi-item
    orders; towns, postal codes and purchase-order texts that must never leave the loader.
  - examples/twins holds the same numbers in two languages, outside of exports/.
"""

import csv
import io
import os
import random
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

FIRST, LAST = date(2026, 3, 30), date(2026, 9, 27)
DAYS = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
NBSP = "\u00a0"
UTC = timezone.utc
WARM_UP = 7  # days before FIRST, so that the first days have orders from earlier clicks

# sku, asin, brand, category, launch, unit cost in USD, price in EUR, title: German, French or
# English (the store's second language), weight.
PRODUCTS = {
    "Nord": [
        ("NO-GRL-01", "B0KEPIN001", "Halmholt", "Outdoor", "2024-03-11", "7.40", 29.99,
         "Grillbürste mit Holzgriff", "Brosse à grill, manche en bois", 14),
        ("NO-GRL-02", "B0KEPIN002", "Halmholt", "Outdoor", "2024-03-11", "9.10", 34.99,
         "Grillzange Edelstahl 45 cm", "Pince à grillades inox 45 cm", 10),
        ("NO-LAT-01", "B0KEPIN003", "Halmholt", "Outdoor", "2025-04-02", "6.05", 24.99,
         "Campinglaterne, faltbar", "Lanterne de camping pliable", 9),
        ("NO-BEC-04", "B0KEPIN004", "Halmholt", "Outdoor", "2025-04-02", "4.20", 18.99,
         "Emaille-Becher, 4er-Set", "Gobelets émaillés, lot de 4", 8),
        ("NO-MES-01", "B0KEPIN005", "Kepinord", "Kitchen", "2023-09-18", "8.80", 39.99,
         "Kochmesser 20 cm", "Couteau de chef 20 cm", 8),
        ("NO-BRT-01", "B0KEPIN006", "Kepinord", "Kitchen", "2023-09-18", "5.60", 22.99,
         "Schneidebrett Buche", "Planche à découper en hêtre", 8),
        ("NO-DOS-03", "B0KEPIN007", "Kepinord", "Kitchen", "2024-10-07", "4.90", 19.99,
         "Vorratsdosen, 3er-Set", "Boîtes de conservation, lot de 3", 7),
        ("NO-WAA-01", "B0KEPIN008", "Kepinord", "Kitchen", "2024-10-07", "3.95", 16.99,
         "Küchenwaage, flach", "Balance de cuisine extra-plate", 7),
        ("NO-THE-01", "B0KEPIN009", "Kepinord", "Kitchen", "2026-04-20", "5.15", 21.99,
         "Bratenthermometer 温度计", "Thermomètre de cuisson", 5),
        ("NO-SEI-02", "B0KEPIN010", "Kepinord", "Kitchen", "2026-06-01", "2.75", 14.99,
         "Silikondeckel, 6 Größen", "Couvercles en silicone, 6 tailles", 4),
    ],
    "Sud": [
        ("SU-LAM-01", "B0KEPIS001", "Solvento", "Home", "2023-02-06", "8.10", 32.99,
         "Tischlampe Terracotta", "Table lamp, terracotta", 12),
        ("SU-LAM-02", "B0KEPIS002", "Solvento", "Home", "2024-02-05", "10.40", 42.99,
         "Stehleuchte schmal", "Slim floor lamp", 7),
        ("SU-KIS-02", "B0KEPIS003", "Solvento", "Home", "2023-02-06", "4.35", 17.99,
         "Kissenbezüge Leinen, 2 Stück", "Linen cushion covers, pack of 2", 12),
        ("SU-VOR-01", "B0KEPIS004", "Solvento", "Home", "2024-08-12", "7.25", 27.99,
         "Vorhang blickdicht 140 cm", "Blackout curtain 140 cm", 9),
        ("0045120", "B0KEPIS005", "Solvento", "Home", "2022-11-21", "3.10", 13.99,
         "Wandhaken, 10 Stück", "Wall hooks, pack of 10", 9),
        ("SU-PFL-01", "B0KEPIS006", "Verdiana", "Garden", "2023-03-20", "5.50", 23.99,
         "Pflanztopf mit Untersetzer", "Plant pot with saucer", 10),
        ("SU-GIE-01", "B0KEPIS007", "Verdiana", "Garden", "2023-03-20", "4.70", 19.99,
         "Gießkanne 5 l", "Watering can 5 l", 8),
        ("SU-SCH-01", "B0KEPIS008", "Verdiana", "Garden", "2024-03-04", "6.60", 26.99,
         "Gartenschere, gebogen", "Curved garden shears", 8),
        ("SU-HAN-01", "B0KEPIS009", "Verdiana", "Garden", "2025-03-17", "2.90", 12.99,
         "Gartenhandschuhe Größe M", "Garden gloves, size M", 6),
    ],
    "Pacific": [
        ("PA-HAR-M", "B0KEPIP001", "Paceko", "Pets", "2023-05-15", "5.80", 27.99,
         "", 'Dog harness 24", reflective', 12),
        ("PA-HAR-L", "B0KEPIP002", "Paceko", "Pets", "2023-05-15", "6.10", 29.99,
         "", 'Dog harness 30", reflective', 10),
        ("PA-BOW-02", "B0KEPIP003", "Paceko", "Pets", "2024-01-22", "3.90", 18.99,
         "", "Folding travel bowls, 2 pack", 9),
        ("PA-MAT-01", "B0KEPIP004", "Paceko", "Pets", "2024-06-10", "7.70", 34.99,
         "", "Cooling pet mat", 9),
        ("PA-TOY-05", "B0KEPIP005", "Paceko", "Pets", "2025-02-03", "2.60", 14.99,
         "", "Cat teaser toys 逗猫棒, 5 pack", 8),
        ("PA-CUB-06", "B0KEPIP006", "Haiyun", "Travel", "2023-10-02", "6.90", 31.99,
         "", "Packing cubes, set of 6", 11),
        ("PA-PIL-01", "B0KEPIP007", "Haiyun", "Travel", "2024-04-29", "5.20", 24.99,
         "", "Neck pillow 颈枕, memory foam", 8),
        ("PA-BOT-04", "B0KEPIP008", "Haiyun", "Travel", "2024-04-29", "2.95", 15.99,
         "", "Silicone travel bottles, 4 pack", 8),
        ("PA-ADP-01", "B0KEPIP009", "Haiyun", "Travel", "2025-09-08", "6.45", 26.99,
         "", "World travel adapter", 8),
        ("PA-SCA-01", "B0KEPIP010", "Haiyun", "Travel", "2025-09-08", "4.05", 17.99,
         "", "Luggage scale", 6),
    ],
}


def steps(*points):
    """A curve over the 26 weeks: (week, value) points with straight lines between them."""
    def value(day):
        week = (day - FIRST).days / 7
        for (w0, v0), (w1, v1) in zip(points, points[1:]):
            if week <= w1:
                return v0 + (v1 - v0) * max(0.0, week - w0) / (w1 - w0)
        return points[-1][1]
    return value


# portfolio, campaign, ad group, sku, clicks a day, search terms (targeting, match type, term)
ADS = {
    "Nord/DE": [
        ("Grill", "Nord - Grillen - Auto", "Alle", "NO-GRL-01", 7.0,
         [("close-match", "-", "grillbürste"), ("substitutes", "-", "b0kepix101"),
          ("loose-match", "-", "grill reinigen")]),
        ("Grill", "Nord - Grillen - Auto", "Alle", "NO-GRL-02", 4.5,
         [("close-match", "-", "grillzange lang"), ("complements", "-", "grillbesteck")]),
        ("Grill", "夏季促销", "Laternen", "NO-LAT-01", 5.0,
         [("campinglaterne", "EXACT", "campinglaterne"),
          ("camping licht", "BROAD", "camping licht faltbar")]),
        ("Grill", "夏季促销", "Becher", "NO-BEC-04", 4.0,
         [("emaille becher", "PHRASE", "emaille becher blau"),
          ("emaille becher", "PHRASE", "emaille becher set")]),
        ("Küche", "Nord - Küche (Marke, exakt)", "Messer", "NO-MES-01", 4.5,
         [("kochmesser", "EXACT", "kochmesser"), ("messer 20 cm", "BROAD", "küchenmesser 20 cm")]),
        ("Küche", "Nord - Küche (Marke, exakt)", "Thermometer", "NO-THE-01", 4.0,
         [("bratenthermometer", "EXACT", "bratenthermometer")]),
    ],
    "Nord/FR": [
        ("Lancement", "Nord FR - Auto", "Tous", "NO-GRL-01", 5.0,
         [("close-match", "-", "brosse grill"), ("loose-match", "-", "nettoyer barbecue")]),
        ("Lancement", "Nord FR - Auto", "Tous", "NO-BEC-04", 3.5,
         [("close-match", "-", "gobelet émaillé"), ("substitutes", "-", "b0kepix102")]),
        ("Lancement", "Nord FR - Cuisine", "Couteaux", "NO-MES-01", 4.0,
         [("couteau de chef", "EXACT", "couteau de chef"),
          ("couteau cuisine", "BROAD", "couteau cuisine 20 cm")]),
        ("No Portfolio", "Nord FR - Cuisine", "Planches", "NO-BRT-01", 3.5,
         [("planche à découper", "PHRASE", "planche à découper bois")]),
    ],
    "Sud/DE": [
        ("Wohnen", "Sud Wohnen | Auto", "Lampen", "SU-LAM-01", 6.5,
         [("close-match", "-", "tischlampe terracotta"),
          ("loose-match", "-", "lampe schlafzimmer")]),
        ("Wohnen", "Sud Wohnen | Auto", "Textil", "SU-KIS-02", 5.0,
         [("close-match", "-", "kissenbezug leinen"), ("substitutes", "-", "b0kepix201")]),
        ("Wohnen", "Sud Wohnen | Exakt", "Vorhang", "SU-VOR-01", 4.5,
         [("vorhang blickdicht", "EXACT", "vorhang blickdicht")]),
        ("Garten", "Sud Garten | Breit", "Töpfe", "SU-PFL-01", 4.5,
         [("pflanztopf", "BROAD", "pflanztopf innen"),
          ("pflanztopf", "BROAD", "blumentopf groß")]),
        ("Garten", "Sud Garten | Breit", "Werkzeug", "SU-SCH-01", 4.0,
         [("gartenschere", "BROAD", "gartenschere rosen")]),
    ],
    "Sud/UK": [
        ("Home", "Sud UK | Home | Auto", "Lamps", "SU-LAM-01", 6.0,
         [("close-match", "-", "terracotta table lamp"), ("loose-match", "-", "bedroom lamp")]),
        ("Home", "Sud UK | Home | Auto", "Hooks", "0045120", 5.0,
         [("close-match", "-", "wall hooks"), ("substitutes", "-", "b0kepix202")]),
        ("Home", "Sud UK | Curtains", "Curtains", "SU-VOR-01", 4.0,
         [("blackout curtain", "EXACT", "blackout curtain")]),
        ("Garden", "Sud UK | Garden", "Pots, cans", "SU-PFL-01", 4.0,
         [("plant pot", "PHRASE", "plant pot with saucer"),
          ("plant pot", "PHRASE", "indoor plant pot")]),
        ("Garden", "Sud UK | Garden", "Pots, cans", "SU-GIE-01", 3.5,
         [("watering can", "BROAD", "watering can indoor")]),
    ],
    "Pacific/US": [
        ("Pets", "Paceko - Harness - Exact", "Harness", "PA-HAR-M", 8.0,
         [("dog harness", "EXACT", "dog harness"),
          ("reflective harness", "PHRASE", "reflective harness medium")]),
        ("Pets", "Paceko - Harness - Exact", "Harness", "PA-HAR-L", 6.0,
         [("dog harness large", "EXACT", "dog harness large")]),
        ("Pets", "夏季促销", "Cooling", "PA-MAT-01", 6.0,
         [("cooling mat", "BROAD", "cooling mat for dogs"),
          ("cooling mat", "BROAD", "cool pet bed")]),
        ("Travel", "Haiyun - Auto", "All", "PA-CUB-06", 7.0,
         [("close-match", "-", "packing cubes"), ("substitutes", "-", "b0kepix301"),
          ("loose-match", "-", "suitcase organizer")]),
        ("Travel", "Haiyun - Auto", "All", "PA-PIL-01", 5.0,
         [("close-match", "-", "neck pillow"), ("complements", "-", "sleep mask")]),
        ("Travel", "旅行 返校季", "Adapter", "PA-ADP-01", 5.0,
         [("travel adapter", "EXACT", "travel adapter")]),
    ],
}


class Site:
    def __init__(self, store, site, currency, sign, zone, vat, channel, order_prefix, rate, organic,
                 acos, cvr, season, title, country):
        self.store, self.site, self.key = store, site, f"{store}/{site}"
        self.currency, self.sign, self.zone = currency, sign, ZoneInfo(zone)
        self.vat, self.channel, self.order_prefix = vat, channel, order_prefix
        self.rate, self.organic, self.acos, self.cvr = rate, organic, acos, cvr
        self.season, self.title, self.country = season, title, country
        self.random = random.Random(f"kepi examples 1 {self.key}")
        self.products = {p[0]: p for p in PRODUCTS[store]}
        self.ad_rows, self.orders = [], []

    def price(self, sku):
        return round(self.products[sku][6] * self.rate) * 100 - 1  # in cents, always x.99

    def name(self, sku):
        return self.products[sku][self.title]

    def uniform(self, low, high):
        return low + (high - low) * self.random.random()

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, values):
        return values[int(self.random.random() * len(values))]

    def digits(self, count):
        return "".join(str(int(self.random.random() * 10)) for _ in range(count))

    def weighted_product(self, day):
        products = [p for p in self.products.values() if p[4] <= day.isoformat()]
        point = self.random.random() * sum(p[9] for p in products)
        for p in products:
            point -= p[9]
            if point < 0:
                return p[0]
        return products[-1][0]


def summer(day):  # grills, gardens and cooling mats sell best around the end of June
    return 1.0 + 0.18 * max(0.0, 1 - abs((day - date(2026, 6, 29)).days) / 70)


def autumn(day):  # lamps, curtains and knives pick up in September
    return 1.0 + 0.16 * max(0.0, (day - date(2026, 8, 17)).days / 41)


def both(day):
    return summer(day) * autumn(day)


SITES = [
    Site("Nord", "DE", "EUR", "€", "Europe/Berlin", 19, "Amazon.de", "302", 1.0, 3.4,
         steps((0, .235), (14, .25), (16, .33), (20, .345), (22, .255), (26, .195)),
         .088, summer, 7, "DE"),
    Site("Nord", "FR", "EUR", "€", "Europe/Paris", 20, "Amazon.fr", "403", 1.03, 2.0,
         steps((0, .345), (8, .31), (18, .25), (26, .215)), .082, summer, 8, "FR"),
    Site("Sud", "DE", "EUR", "€", "Europe/Berlin", 19, "Amazon.de", "305", 1.0, 2.8,
         steps((0, .185), (10, .175), (20, .19), (26, .205)), .093, both, 7, "DE"),
    Site("Sud", "UK", "GBP", "£", "Europe/London", 20, "Amazon.co.uk", "203", .88, 2.5,
         steps((0, .24), (12, .225), (26, .235)), .09, both, 8, "GB"),
    Site("Pacific", "US", "USD", "$", "America/Los_Angeles", 0, "Amazon.com", "113", 1.0, 4.0,
         steps((0, .31), (10, .27), (23, .20), (25, .205), (25.1, .23), (26, .23)),
         .10, both, 8, "US"),
]

WEEKDAY = [1.06, 1.03, 1.0, .98, .94, .96, 1.05]
SALE = {date(2026, 7, 14): 1.9, date(2026, 7, 15): 1.7}

TOWNS = {
    "DE": ["Musterhafen", "Kepistadt", "Bad Beispiel", "Nirgendsheim", "Probenbüttel"],
    "FR": ["Villexemple", "Saint-Képi", "Nulpart-sur-Mer", "Beauspécimen"],
    "GB": ["Exampleford", "Nowhere-on-Sea", "Kepi Regis", "Little Sample"],
    "US": ["SAMPLE SPRINGS", "Nowhereton", "Kepi Falls", "EXAMPLE BAY"],
}
STATES = [("CA", .0825), ("TX", .0700), ("NY", .0800), ("OR", 0), ("WA", .0900), ("FL", .0650)]


def demand(site, day):
    return WEEKDAY[day.weekday()] * site.season(day) * SALE.get(day, 1.0)


class Line:
    def __init__(self, sku, units, cents, tax, discount, promotion):
        self.sku, self.units, self.cents, self.tax = sku, units, cents, tax
        self.discount, self.promotion = discount, promotion


class Order:
    """What make_order fills in."""


def make_order(site, day, skus_units, kind="normal"):
    r, order = site, Order()
    hour = r.random.random()
    # Evenings are busy, and some people buy just after midnight.
    minute = int(r.uniform(0, 120)) if hour < .05 else int(r.uniform(7, 17) * 60) if hour < .5 \
        else int(r.uniform(17, 24) * 60)
    local = datetime(day.year, day.month, day.day, tzinfo=site.zone) \
        .replace(hour=minute // 60, minute=minute % 60, second=int(r.uniform(0, 60)))
    order.day, order.kind = day, kind
    order.time = local.astimezone(UTC)
    order.id = f"{site.order_prefix}-00{r.digits(5)}-{r.digits(7)}"
    order.merchant = site.key == "Sud/UK" and r.chance(.12)
    state, rate = r.pick(STATES)
    order.town, order.state = r.pick(TOWNS[site.country]), state if site.country == "US" else ""
    order.postal = {"DE": "000" + r.digits(2), "FR": "990" + r.digits(2),
                    "GB": "ZZ" + r.digits(1) + " 9ZZ", "US": "000" + r.digits(2)}[site.country]
    order.business = r.chance(.04)
    order.purchase_order = r.pick(["", "Petra Beispiel 4711", "PO-Mustermann-12"]) \
        if order.business else ""
    order.service = r.pick(["Expedited", "Expedited", "Standard", "SecondDay"])
    order.lines = []
    for sku, units in skus_units:
        cents = site.price(sku) * units
        discount, promotion = 0, ""
        if kind == "normal" and r.chance(.05):
            discount, promotion = cents // 10, "KEPI-SAVE-10"
        if kind == "replacement":
            cents = 0
        if kind == "vine":
            discount, promotion = cents, "vine.enrollment.00000000-kepi-0000-0000-" + r.digits(12)
        tax = round(cents * site.vat / (100 + site.vat)) if site.vat else round(cents * rate)
        order.lines.append(Line(sku, units, cents, tax, discount, promotion))
        order.lines[-1].item = r.digits(2) + "0" + r.digits(11)
    order.shipped = order.time + timedelta(hours=r.uniform(5, 40))
    order.status = "Shipped"
    if kind == "normal" and r.chance(.03):
        order.status = "Cancelled"
    download = datetime(2026, 9, 28, 8, tzinfo=UTC)
    if order.status == "Shipped" and order.shipped > download - timedelta(hours=6):
        order.status = "Pending" if r.chance(.5) else "Unshipped"
    order.updated = order.shipped if order.status == "Shipped" \
        else order.time + timedelta(minutes=31)
    order.return_time = None
    if order.status == "Shipped" and kind == "normal" and not order.merchant and r.chance(.055):
        order.return_time = order.shipped + timedelta(days=r.uniform(6, 17))
    return order


class Attributed:
    """An order that an ad click led to, as the ad report sees it."""
    def __init__(self, order, sku, units, cents):
        self.order, self.sku, self.units, self.cents = order, sku, units, cents


def simulate(site):
    r = site
    carry, organic = {}, 0.0
    start = FIRST - timedelta(WARM_UP)
    for n in range((LAST - start).days + 1):
        day = start + timedelta(n)
        level = demand(site, day)
        for index, (portfolio, campaign, group, sku, weight, terms) in enumerate(ADS[site.key]):
            launch = date.fromisoformat(site.products[sku][4])
            if day < launch:
                continue
            due = carry.setdefault((index, "clicks"), r.random.random())
            due += weight * level * r.uniform(.55, 1.45)
            clicks, carry[index, "clicks"] = int(due), due - int(due)
            impressions = int((clicks + .6) * r.uniform(85, 190))
            price = site.price(sku)
            cost = site.acos(day) * price * 1.1 * site.cvr * r.uniform(.9, 1.1)  # cents a click
            row = dict(day=day, portfolio=portfolio, campaign=campaign, group=group, sku=sku,
                       impressions=impressions, clicks=clicks, spend=round(clicks * cost),
                       orders=[], terms=terms)
            due = carry.setdefault((index, "orders"), r.random.random())
            due += clicks * site.cvr * r.uniform(.7, 1.3)
            count, carry[index, "orders"] = int(due), due - int(due)
            for _ in range(count):
                bought = site.weighted_product(day) if r.chance(.1) else sku
                units = 2 if r.chance(.1) else 1
                later = day + timedelta(int(r.pick([0, 0, 0, 0, 0, 1, 1, 2, 3, 5])))
                order = make_order(site, later, [(bought, units)])
                row["orders"].append(Attributed(order, bought, units, site.price(bought) * units))
                if FIRST <= later <= LAST:
                    site.orders.append(order)
            if day >= FIRST and impressions:
                site.ad_rows.append(row)
        if day < FIRST:
            continue
        organic += site.organic * level * r.uniform(.6, 1.4)
        count, organic = int(organic), organic - int(organic)
        for _ in range(count):
            items = [(site.weighted_product(day), r.pick([1, 1, 1, 1, 1, 1, 1, 1, 2, 3]))]
            if r.chance(.08):
                # Sometimes the same SKU again, as in real orders.
                items.append((site.weighted_product(day), 1))
            site.orders.append(make_order(site, day, items))
        if r.chance(.02) or (site.key, day) == ("Nord/DE", date(2026, 9, 23)):
            again = [(site.weighted_product(day), 1)]
            site.orders.append(make_order(site, day, again, "replacement"))
        if site.site in ("DE", "US") and r.chance(.05) \
                or (site.key, day) == ("Nord/DE", date(2026, 9, 24)):
            elsewhere = [(site.weighted_product(day), 1)]
            site.orders.append(make_order(site, day, elsewhere, "channel"))
    if site.key == "Nord/FR":
        for n in range(4):
            day = date(2026, 4, 22) + timedelta(n)
            site.orders.append(make_order(site, day, [("NO-THE-01", 1)], "vine"))
    for order in site.orders:
        if order.kind == "channel":
            order.id = f"S01-00{site.digits(5)}-{site.digits(7)}"
            order.business, order.purchase_order, order.return_time = False, "", None
            order.status = "Shipped"
    site.orders.sort(key=lambda o: (o.time, o.id))


# ---- writing -----------------------------------------------------------------------------------

OUT = "examples"

# Damaged rows: file, data row (1 is the row after the header), how.
DAMAGE = {
    "exports/Pacific/US/Sponsored Products Advertised product report.csv":
        [(407, "spend"), (512, "cut")],
    "exports/Nord/FR/AllOrders-2026-Q2.txt": [(88, "cut"), (205, "date")],
    "exports/Sud/UK/BusinessReport-28-09-26.csv": [(52, "date")],
}


def damage(path, header, rows, date_column):
    for number, how in DAMAGE.get(path, []):
        row = list(rows[number - 1])
        if how == "spend":
            row[header.index("Spend")] = "n/a?"
        elif how == "date":
            row[date_column] = "2026-13-40" + ("T10:00:00+00:00" if "T" in row[date_column] else "")
        elif how == "cut":
            row = row[:2] if len(row) < 30 else row[:5]
        rows[number - 1] = row


def write(path, data):
    full = os.path.join(OUT, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "wb") as f:
        f.write(data)


def write_csv(path, header, rows, bom=True, end="\n", quote_all=False, date_column=0):
    rows = list(rows)
    damage(path, header, rows, date_column)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=end,
                        quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL)
    writer.writerow(header)
    writer.writerows(rows)
    write(path, (b"\xef\xbb\xbf" if bom else b"") + text.getvalue().encode("utf-8"))


def write_tab(path, header, rows, encoding="utf-8", end="\n", date_column=2):
    rows = list(rows)
    damage(path, header, rows, date_column)
    lines = ["\t".join(header)] + ["\t".join(row) for row in rows]
    write(path, (end.join(lines) + end).encode(encoding))


def plain(cents):
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def grouped(number):
    return f"{number:,}"


def ratio(a, b, digits=4):
    return repr(round(a / b, digits)) if b else ""


# Ads

ENGLISH_PRODUCT = [
    "Date", "Portfolio name", "Currency", "Campaign Name", "Ad Group Name", "Advertised SKU",
    "Advertised ASIN", "Impressions", "Clicks", "Click-Thru Rate (CTR)", "Cost Per Click (CPC)",
    "Spend", "7 Day Total Sales ", "Total Advertising Cost of Sales (ACoS) ",
    "Total Return on Advertising Spend (RoAS)", "7 Day Total Orders (#)", "7 Day Total Units (#)",
    "7 Day Conversion Rate", "7 Day Advertised SKU Units (#)", "7 Day Other SKU Units (#)",
    "7 Day Advertised SKU Sales ", "7 Day Other SKU Sales "]
GERMAN_COMMON = [
    "Impressionen", "Klicks", "Klickrate (CTR)", "Kosten pro Klick (CPC)", "Ausgaben",
    "7 Tage, Umsatz gesamt (€)", "Zugeschriebene Umsatzkosten (ACOS) gesamt ",
    "Gesamte Rentabilität der Anzeigenkosten (ROAS)", "7 Tage, Aufträge gesamt (#)",
    f"7{NBSP}Tage, Einheiten gesamt (#)", "7-Tage-Konversionsrate",
    f"7{NBSP}Tage, Beworbene SKU-Einheiten (#)", "7-Tage, Andere SKU-Einheiten (#)",
    f"7{NBSP}Tage, Beworbene SKU-Umsätze (€)", "7-Tage, Andere SKU-Umsätze (€)"]
GERMAN_PRODUCT = ["Datum", "Portfolioname", "Währung", "Kampagnen-Name", "Anzeigengruppenname",
                  "Beworbene SKU", "Beworbene ASIN"] + GERMAN_COMMON
UK_PRODUCT = [h.replace("ACoS", "ACOS").replace("RoAS", "ROAS") for h in ENGLISH_PRODUCT]
UK_PRODUCT[12] = "7 Day Total Sales"
ENGLISH_TERM = ENGLISH_PRODUCT[:5] + ["Targeting", "Match Type", "Customer Search Term"] \
    + ENGLISH_PRODUCT[7:]
UK_TERM = UK_PRODUCT[:5] + ["Targeting", "Match Type", "Customer Search Term"] + UK_PRODUCT[7:]
GERMAN_TERM = GERMAN_PRODUCT[:5] + [
    "Ausrichtung", "Übereinstimmungstyp", "Suchbegriff des Kunden"] + GERMAN_COMMON


def ad_day(day):
    return day.strftime("%b %d, %Y")


def measures(sign, impressions, clicks, spend, own, others):
    """The columns from impressions on; own and others are (orders, units, cents)."""
    orders, units, cents = own[0] + others[0], own[1] + others[1], own[2] + others[2]
    percent = lambda a, b: ratio(100 * a, b, 3) + "%" if b else ""
    return [str(impressions), str(clicks), percent(clicks, impressions),
            sign + ratio(spend / 100, clicks, 7) if clicks else "", sign + plain(spend),
            sign + plain(cents), percent(spend, cents), ratio(cents, spend, 2),
            str(orders), str(units), percent(orders, clicks), str(own[1]), str(others[1]),
            sign + plain(own[2]), sign + plain(others[2])]


def totals(attributed, sku):
    own, others = [0, 0, 0], [0, 0, 0]
    for a in attributed:
        into = own if a.sku == sku else others
        into[0] += 1
        into[1] += a.units
        into[2] += a.cents
    return own, others


def product_row(site, row, sign, attributed=None, share=1.0):
    attributed = row["orders"] if attributed is None else attributed
    own, others = totals(attributed, row["sku"])
    clicks = int(row["clicks"] * share)
    spend = round(row["spend"] * clicks / row["clicks"]) if row["clicks"] else 0
    return [ad_day(row["day"]), row["portfolio"], site.currency, row["campaign"], row["group"],
            row["sku"], site.products[row["sku"]][1]] \
        + measures(sign, int(row["impressions"] * share), clicks, spend, own, others)


def write_ads(site):
    folder = f"exports/{site.key}/"
    seen_by = lambda row, day: [a for a in row["orders"] if a.order.day <= day]
    ordered = sorted(site.ad_rows, key=lambda x: x["day"])
    final = {id(row): seen_by(row, LAST) for row in ordered}
    english = f"{folder}Sponsored Products Advertised product report"
    if site.key == "Nord/DE":
        rows = [product_row(site, x, "€", final[id(x)]) for x in ordered]
        write_csv(f"{folder}Sponsored_Products_Beworbenes_Produkt_Bericht.csv", GERMAN_PRODUCT,
                  rows, end="\r\n")
        week = [x for x in ordered if x["day"] >= date(2026, 9, 21)]
        rows = [product_row(site, x, "€", final[id(x)]) for x in week]
        write_csv("twins/advertised-product-de.csv", GERMAN_PRODUCT, rows, end="\r\n")
        write_csv("twins/advertised-product-en.csv", ENGLISH_PRODUCT, rows, end="\r\n")
    elif site.key == "Sud/DE":
        cut = date(2026, 9, 13)
        gone = next(x for x in ordered if date(2026, 9, 2) <= x["day"] <= date(2026, 9, 6)
                    and len(seen_by(x, cut)) == 1)
        newcomer = min((x for x in ordered if x["day"] == cut), key=lambda x: x["clicks"])
        early = []
        for x in ordered:
            if x["day"] > cut or x is newcomer:
                continue
            share = .7 if x["day"] == cut else 1.0
            early.append(product_row(site, x, "", seen_by(x, cut), share))
        for a in final[id(gone)]:
            a.order.status, a.order.return_time = "Cancelled", None
            a.order.updated = a.order.time + timedelta(hours=9)
        final[id(gone)] = []
        late = [product_row(site, x, "", final[id(x)]) for x in ordered
                if x["day"] >= date(2026, 8, 31)]
        write_csv(english + " 2026-09-14.csv", ENGLISH_PRODUCT, early, end="\r\n")
        write_csv(english + " 2026-09-28.csv", ENGLISH_PRODUCT, late, end="\r\n")
    else:
        rows = [product_row(site, x, site.sign, final[id(x)]) for x in ordered]
        us = site.site == "US"
        write_csv(english + ".csv", UK_PRODUCT if site.site == "UK" else ENGLISH_PRODUCT, rows,
                  bom=not us, end="\n" if us else "\r\n")

    # Search terms reach back 60 days, and a few clicks have none.
    rows = []
    groups = {}
    for x in ordered:
        if x["day"] >= date(2026, 7, 30):
            groups.setdefault((x["day"], x["campaign"], x["group"], x["portfolio"]), []).append(x)
    for (day, campaign, group, portfolio), members in groups.items():
        for x in members:
            clicks = sum(1 for _ in range(x["clicks"]) if site.chance(.95))
            if not clicks:
                continue
            shares = [0] * len(x["terms"])
            for _ in range(clicks):
                shares[min(int(site.random.random() ** 2 * len(shares)), len(shares) - 1)] += 1
            attributed = list(final[id(x)])
            for (targeting, match, term), part in zip(x["terms"], shares):
                if not part:
                    continue
                mine = [attributed.pop() for _ in range(min(part, len(attributed)))]
                own, others = totals(mine, x["sku"])
                spend = x["spend"] * part // x["clicks"]
                impressions = max(part, int(x["impressions"] * part / x["clicks"] * .6))
                rows.append([ad_day(day), portfolio, site.currency, campaign, group, targeting,
                             match, term]
                            + measures("" if site.key == "Sud/DE" else site.sign, impressions, part,
                                       spend, own, others))
    if site.key == "Nord/DE":
        write_csv(f"{folder}Sponsored_Products_Suchbegriff_Bericht.csv", GERMAN_TERM, rows,
                  end="\r\n")
    else:
        us = site.site == "US"
        write_csv(f"{folder}Sponsored Products Search term report.csv",
                  UK_TERM if site.site == "UK" else ENGLISH_TERM, rows, bom=not us,
                  end="\n" if us else "\r\n")


# Business reports

ENGLISH_DATE = [
    "Date", "Ordered Product Sales", "Ordered Product Sales - B2B", "Units Ordered",
    "Units Ordered - B2B", "Total Order Items", "Total Order Items - B2B",
    "Average Sales per Order Item", "Average Sales per Order Item - B2B",
    "Average Units per Order Item", "Average Units per Order Item - B2B", "Average Selling Price",
    "Average Selling Price - B2B", "Sessions - Total", "Sessions - Total - B2B",
    "Order Item Session Percentage", "Order Item Session Percentage - B2B", "Average Offer Count"]
GERMAN_DATE = [
    "Datum", "Durch bestellte Produkte erzielter Umsatz", "Bestellsumme – B2B",
    "Bestellte Einheiten", f"Bestellte Einheiten{NBSP}– B2B", "Zahl der Bestellposten",
    "Zahl der Bestellposten – B2B", "Durchschnittlicher Umsatz/Bestellposten",
    "Durchschnittlicher Umsatz/Bestellposten – B2B",
    "Durchschnitt Anzahl von Einheiten/Bestellposten",
    "Durchschnitt Anzahl von Einheiten/Bestellposten – B2B", "Durchschnittlicher Verkaufspreis",
    "Durchschnittlicher Verkaufspreis – B2B", f"Sitzungen{NBSP}– Summe",
    "Sitzungen – Summe – B2B", "Prozentsatz Bestellposten pro Sitzung",
    "Prozentsatz Bestellposten pro Sitzung – B2B", "Durchschnittliche Angebotszahl"]
GERMAN_CHILD = [
    "(Übergeordnete) ASIN", "(Untergeordnete) ASIN", "Titel", f"Sitzungen{NBSP}– Summe",
    "Sitzungen – Summe – B2B", "Prozentwert an Sitzungen – Summe",
    f"Prozentsatz Sitzung{NBSP}– Summe{NBSP}– B2B", f"Seitenaufrufe{NBSP}– Summe",
    "Seitenaufrufe – Summe – B2B", "Prozentsatz Seitenaufrufe – Summe",
    "Prozentsatz Seitenaufrufe – Summe – B2B",
    'Hervorgehobenes Angebot ("In-den-Einkaufswagen") – Prozentsatz',
    "Hervorgehobenes Angebot (Einkaufswagen-Feld) Prozentwert – B2B", "Bestellte Einheiten",
    f"Bestellte Einheiten{NBSP}– B2B", "Prozentsatz an Einheiten pro Sitzung",
    f"Prozentsatz an Einheiten pro Sitzung{NBSP}– B2B",
    "Durch bestellte Produkte erzielter Umsatz", "Bestellsumme – B2B", "Zahl der Bestellposten",
    "Zahl der Bestellposten – B2B"]


def german_money(cents):
    whole = f"{cents // 100:,}".replace(",", ".")
    return f"{whole},{cents % 100:02d}{NBSP}€"


def english_money(sign):
    return lambda cents: f"{sign}{cents // 100:,}.{cents % 100:02d}"


def day_forms(site):
    if site == "US":
        return lambda d: f"{d.month}/{d.day}/{d.year % 100}"
    return lambda d: d.strftime("%d/%m/%Y")


def traffic(site):
    """Per day: what was ordered (cancelled orders too) and how many sessions that took."""
    result = {}
    for day in DAYS:
        result[day] = dict(cents=0, units=0, items=0, b2b_cents=0, b2b_units=0, b2b_items=0)
    for order in site.orders:
        if order.kind in ("channel", "replacement"):
            continue
        t = result[order.day]
        for line in order.lines:
            t["cents"] += line.cents
            t["units"] += line.units
            t["items"] += 1
            if order.business:
                t["b2b_cents"] += line.cents
                t["b2b_units"] += line.units
                t["b2b_items"] += 1
    for day, t in result.items():
        base = 6.5 * demand(site, day) * (1 + site.organic / 3)
        conversion = .105 * site.uniform(.93, 1.07)
        t["sessions"] = max(12, round((.75 * t["items"] + .25 * base) / conversion))
        t["b2b_sessions"] = t["b2b_items"] * 3 + int(site.uniform(0, 4))
    return result


def date_rows(days, counts, money, form, offers):
    mean = lambda a, b: money(round(a / b)) if b else money(0)
    percent = lambda a, b: f"{100 * a / b:.2f}%" if b else "0.00%"
    for day in days:
        t = counts[day]
        yield [form(day), money(t["cents"]), money(t["b2b_cents"]), grouped(t["units"]),
               grouped(t["b2b_units"]), grouped(t["items"]), grouped(t["b2b_items"]),
               mean(t["cents"], t["items"]), mean(t["b2b_cents"], t["b2b_items"]),
               f"{t['units'] / t['items']:.2f}" if t["items"] else "0.00",
               f"{t['b2b_units'] / t['b2b_items']:.2f}" if t["b2b_items"] else "0.00",
               mean(t["cents"], t["units"]), mean(t["b2b_cents"], t["b2b_units"]),
               grouped(t["sessions"]), grouped(t["b2b_sessions"]),
               percent(t["items"], t["sessions"]), percent(t["b2b_items"], t["b2b_sessions"]),
               str(offers)]


def write_business(site):
    counts = traffic(site)
    folder = f"exports/{site.key}/"
    offers = len(site.products)
    if site.site == "DE":
        form = lambda d: d.strftime("%d.%m.%Y")
        write_csv(folder + "BusinessReport-28-09-26.csv", GERMAN_DATE,
                  date_rows(DAYS, counts, german_money, form, offers))
    elif site.site == "US":
        write_csv(folder + "BusinessReport-9-28-26.csv", ENGLISH_DATE,
                  date_rows(DAYS, counts, english_money("$"), day_forms("US"), offers))
    else:  # the French site too: its owner reads the pages in English
        write_csv(folder + "BusinessReport-28-09-26.csv", ENGLISH_DATE,
                  date_rows(DAYS, counts, english_money(site.sign), day_forms("UK"), offers))
    if site.key == "Nord/DE":
        days = [d for d in DAYS if d >= date(2026, 9, 1)]
        write_csv("twins/business-report-de.csv", GERMAN_DATE,
                  date_rows(days, counts, german_money, lambda d: d.strftime("%d.%m.%Y"), offers))
        write_csv("twins/business-report-uk.csv", ENGLISH_DATE,
                  date_rows(days, counts, english_money("€"), day_forms("UK"), offers))
        write_by_asin(site, counts)


def write_by_asin(site, counts):
    """August by child ASIN: no date inside, and sessions add up to more than the days do."""
    august = [d for d in DAYS if d.month == 8]
    all_sessions = sum(counts[d]["sessions"] for d in august) * 106 // 100
    weight = sum(p[9] for p in site.products.values())
    rows = []
    for sku, p in site.products.items():
        lines = [(o, l) for o in site.orders if o.day.month == 8 and o.kind == "normal"
                 for l in o.lines if l.sku == sku]
        business = [l for o, l in lines if o.business]
        sessions = max(round(all_sessions * p[9] / weight), 1)
        views = round(sessions * site.uniform(1.3, 1.6))
        b2b_sessions = 3 * len(business) + 2
        units, b2b_units = sum(l.units for _, l in lines), sum(l.units for l in business)
        rows.append([
            p[1][:-3] + "P0" + ("1" if p[3] == "Outdoor" else "2"), p[1], p[7], grouped(sessions),
            grouped(b2b_sessions), f"{100 * sessions / all_sessions:.2f}%",
            "10.00%", grouped(views), grouped(b2b_sessions + 1), f"{100 * p[9] / weight:.2f}%",
            "10.00%", f"{site.uniform(93, 100):.2f}%", "100.00%", grouped(units),
            grouped(b2b_units), f"{100 * units / sessions:.2f}%",
            f"{100 * b2b_units / b2b_sessions:.2f}%", german_money(sum(l.cents for _, l in lines)),
            german_money(sum(l.cents for l in business)), grouped(len(lines)),
            grouped(len(business))])
    write_csv("by-asin/BusinessReport-01-09-26.csv", GERMAN_CHILD, rows)


# Orders

ORDERS = (
    "amazon-order-id merchant-order-id purchase-date last-updated-date order-status "
    "fulfillment-channel sales-channel order-channel ship-service-level product-name sku asin "
    "item-status quantity currency item-price item-tax shipping-price shipping-tax "
    "gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount ship-city "
    "ship-state ship-postal-code ship-country promotion-ids is-business-order "
    "purchase-order-number price-designation signature-confirmation-recommended "
    "order-item-id").split()


def stamp(time):
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00")


def order_rows(site, order, pending=False):
    status = "Pending" if pending else order.status
    updated = order.time + timedelta(minutes=31) if pending else order.updated
    for line in order.lines:
        row = dict.fromkeys(ORDERS, "")
        row.update({
            "amazon-order-id": order.id, "merchant-order-id": order.id if order.merchant else "",
            "purchase-date": stamp(order.time), "last-updated-date": stamp(updated),
            "order-status": status,
            "fulfillment-channel": "Merchant" if order.merchant else "Amazon",
            "sales-channel": site.channel, "ship-service-level": order.service,
            "product-name": site.name(line.sku), "sku": line.sku,
            "asin": site.products[line.sku][1],
            "item-status": status if status in ("Shipped", "Cancelled") else "Unshipped",
            "quantity": "0" if status == "Cancelled" else str(line.units),
            "ship-city": order.town, "ship-state": order.state,
            "ship-postal-code": order.postal, "ship-country": site.country,
            "promotion-ids": line.promotion,
            "is-business-order": "true" if order.business else "false",
            "purchase-order-number": order.purchase_order,
            "price-designation": "Business Price" if order.business and line.units > 1 else "",
            "signature-confirmation-recommended": "false", "order-item-id": line.item})
        if order.kind == "channel":
            row.update({"sales-channel": "Non-Amazon", "product-name": "-", "ship-city": "",
                        "ship-state": "", "ship-postal-code": "", "ship-country": "",
                        "item-status": "Unshipped", "order-item-id": "0",
                        "merchant-order-id": "KSHOP" + order.id[-5:]})
        elif status not in ("Cancelled", "Pending"):
            row.update({"currency": site.currency, "item-price": plain(line.cents),
                        "item-tax": plain(line.tax) if line.tax else "",
                        "item-promotion-discount": plain(line.discount) if line.discount else ""})
        yield [row[name] for name in ORDERS]


def write_orders(site):
    folder = f"exports/{site.key}/"
    middle = date(2026, 7, 1)
    first = [o for o in site.orders if o.day < middle]
    second = [o for o in site.orders if o.day >= middle]
    names = ("AllOrders-2026-Q2.txt", "AllOrders-2026-Q3.txt")
    encoding, end = "utf-8", "\n"
    if site.key in ("Nord/FR", "Sud/DE"):
        encoding = "cp1252"
    if site.key == "Pacific/US":  # as downloaded: a number for a name
        names, end = ("214180020635.txt", "298815020728.txt"), "\r\n"
    late = [o for o in first if o.day >= date(2026, 6, 29) and o.status == "Shipped"
            and o.kind == "normal"][:6] if site.key == "Nord/DE" else []
    rows = [row for o in first for row in order_rows(site, o, pending=o in late)]
    write_tab(folder + names[0], ORDERS, rows, encoding, end)
    rows = [row for o in late + second for row in order_rows(site, o)]
    write_tab(folder + names[1], ORDERS, rows, encoding, end)


# Settlements

SETTLEMENT = (
    "settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency "
    "transaction-type order-id merchant-order-id adjustment-id shipment-id marketplace-name "
    "amount-type amount-description amount fulfillment-id posted-date posted-date-time "
    "order-item-code merchant-order-item-id merchant-adjustment-item-id sku quantity-purchased "
    "promotion-id").split()


def write_settlements(site):
    r = site
    german = site.site == "DE"
    day_form, comma = ("%d.%m.%Y", ",") if german else ("%Y-%m-%d", ".")
    money = lambda cents: plain(cents).replace(".", comma)
    moment = lambda t: t.strftime(day_form + " %H:%M:%S UTC")
    clock = (5, 41, 21) if german else (23, 57, 39)
    edges = [datetime(2026, month, day, *clock, tzinfo=UTC)
             for month, day in [(8, 12), (8, 26), (9, 9), (9, 23)]]
    reserve = 0
    for number, (start, stop) in enumerate(zip(edges, edges[1:])):
        identity = ("2640" if german else "1870") + f"{7315 + 83 * number:04d}" + "021"
        rows = []

        def detail(kind, amount_type, what, cents, time, order=None, line=None, units="",
                   adjustment="", iso=False, promotion=""):
            row = dict.fromkeys(SETTLEMENT, "")
            row.update({
                "settlement-id": identity, "transaction-type": kind, "amount-type": amount_type,
                "amount-description": what, "amount": money(cents),
                "posted-date": stamp(time) if iso else time.strftime(day_form),
                "posted-date-time": moment(time), "promotion-id": promotion})
            if order:
                row.update({"order-id": order.id, "merchant-order-id": order.id,
                            "marketplace-name": site.channel, "fulfillment-id": "AFN",
                            "adjustment-id": adjustment, "order-item-code": line.item,
                            "shipment-id": "" if adjustment else "Dx" + order.id[-7:],
                            "sku": line.sku, "quantity-purchased": units,
                            "merchant-adjustment-item-id": order.id[4:11] if adjustment else ""})
            rows.append((time, len(rows), cents, row))

        for order in site.orders:
            if order.status != "Shipped" or order.kind == "channel":
                continue
            for line in order.lines:
                gross = line.cents
                net = gross - line.tax if german else gross
                fee = -round((gross - line.discount) * .15)
                units = str(line.units)
                if start <= order.shipped < stop and gross:
                    t = order.shipped.replace(microsecond=0)
                    detail("Order", "ItemPrice", "Principal", net, t, order, line, units)
                    if line.tax:
                        detail("Order", "ItemPrice", "Tax", line.tax, t, order, line, units)
                    if line.tax and not german:
                        detail("Order", "ItemWithheldTax", "MarketplaceFacilitatorTax-Principal",
                               -line.tax, t, order, line, units)
                    if line.discount:
                        tax_part = round(line.discount * line.tax / gross) if german else 0
                        detail("Order", "Promotion", "Principal", tax_part - line.discount, t,
                               order, line, units, promotion=line.promotion)
                        if tax_part:
                            detail("Order", "Promotion", "TaxDiscount", -tax_part, t, order, line,
                                   units, promotion=line.promotion)
                    detail("Order", "ItemFees", "Commission", fee, t, order, line, units)
                    detail("Order", "ItemFees", "FBAPerUnitFulfillmentFee",
                           -(358 if german else 412) * line.units, t, order, line, units)
                if order.return_time and start <= order.return_time < stop:
                    t = order.return_time.replace(microsecond=0)
                    case = "amzn1:crow:kepi" + order.id[-7:]
                    detail("Refund", "ItemPrice", "Principal", -net, t, order, line, "", case)
                    if german and line.tax:
                        detail("Refund", "ItemPrice", "Tax", -line.tax, t, order, line, "", case)
                    if line.discount:
                        tax_part = round(line.discount * line.tax / gross) if german else 0
                        detail("Refund", "Promotion", "Principal", line.discount - tax_part, t,
                               order, line, "", case)
                        if tax_part:
                            detail("Refund", "Promotion", "TaxDiscount", tax_part, t, order, line,
                                   "", case)
                    detail("Refund", "ItemFees", "Commission", -fee, t, order, line, "", case)
                    detail("Refund", "ItemFees", "RefundCommission", round(fee * .2), t, order,
                           line, "", case)
        for week in (0, 1):  # ads are charged week by week, for the days of the settlement
            days = [start.date() + timedelta(7 * week + n) for n in range(7)]
            spend = sum(x["spend"] for x in site.ad_rows if x["day"] in days)
            charged = start + timedelta(days=7 * week + 6, hours=9)
            detail("ServiceFee", "Cost of Advertising", "TransactionTotalAmount", -spend, charged,
                   iso=not german)
        if number in (0, 2):
            month = start + timedelta(days=1 if number else 3)
            detail("other-transaction", "other-transaction", "Subscription Fee",
                   -3900 if german else -3999, month)
        if number == 1:
            detail("other-transaction", "other-transaction", "Storage Fee",
                   -6184 if german else -8437, start + timedelta(days=12))
            detail("other-transaction", "FBA Inventory Reimbursement", "WAREHOUSE_LOST", 1260,
                   start + timedelta(days=4))
        if reserve:
            detail("other-transaction", "other-transaction", "Previous Reserve Amount Balance",
                   reserve, start + timedelta(seconds=2))
        reserve = int(r.uniform(40, 90)) * 100
        detail("other-transaction", "other-transaction", "Current Reserve Amount", -reserve,
               stop - timedelta(seconds=1))
        rows.sort(key=lambda x: (x[0], x[1]))
        summary = dict.fromkeys(SETTLEMENT, "")
        summary.update({
            "settlement-id": identity, "settlement-start-date": moment(start),
            "settlement-end-date": moment(stop), "deposit-date": moment(stop + timedelta(days=2)),
            "total-amount": money(sum(x[2] for x in rows)), "currency": site.currency})
        lines = [[x[name] for name in SETTLEMENT] for x in [summary] + [x[3] for x in rows]]
        name = f"Settlement-{identity}.txt" if german else f"{identity}.txt"
        write_tab(f"exports/{site.key}/{name}", SETTLEMENT, lines, end="\r\n" if german else "\n")


# Stock and returns

LEDGER = [
    "Date", "FNSKU", "ASIN", "MSKU", "Title", "Disposition", "Starting Warehouse Balance",
    "In Transit Between Warehouses", "Receipts", "Customer Shipments", "Customer Returns",
    "Vendor Returns", "Warehouse Transfer In/Out", "Found", "Lost", "Damaged", "Disposed",
    "Other Events", "Ending Warehouse Balance", "Unknown Events", "Location", "Store"]
RETURNS = (
    "return-date order-id sku asin fnsku product-name quantity fulfillment-center-id "
    "detailed-disposition reason status license-plate-number customer-comments").split()


def fnsku(site, sku):
    return "X00KEP" + site.products[sku][1][-4:]


def disposition(order):
    return "SELLABLE" if int(order.id[-1]) < 6 else "CUSTOMER_DAMAGED"


def write_ledger(site, first):
    days = [d for d in DAYS if d >= first]
    local = lambda t: t.astimezone(site.zone).date()
    shipped, returned = {}, {}
    for o in site.orders:
        for l in o.lines:
            if o.status == "Shipped" and not o.merchant:
                key = (local(o.shipped), l.sku)
                shipped[key] = shipped.get(key, 0) + l.units
            if o.return_time:
                key = (local(o.return_time), l.sku, disposition(o))
                returned[key] = returned.get(key, 0) + l.units
    rows = {d: [] for d in days}
    for number, (sku, p) in enumerate(site.products.items()):
        for state in ("SELLABLE", "CUSTOMER_DAMAGED"):
            sellable = state == "SELLABLE"
            need = sum(shipped.get((d, sku), 0) for d in days)
            short = sellable and number == 2  # sells out in the second half of September
            stock = (need - 4 if short else need // 2 + 30) if sellable else number % 3
            for n, d in enumerate(days):
                out = shipped.get((d, sku), 0) if sellable else 0
                back = returned.get((d, sku, state), 0)
                receipts = 0
                if sellable and not short and n % 21 == (5 + number) % 21:
                    receipts = need // 2 + 12
                out_now = min(out, stock + receipts)
                lost = -1 if sellable and not short and site.chance(.01) and stock > 5 else 0
                gone = -stock if not sellable and stock > 3 else 0
                late = out - out_now  # shipped from another warehouse
                end = stock + receipts - out_now + back + lost + gone
                if stock or end or back or out or gone:
                    transfer = int(site.uniform(0, 5)) if sellable and site.chance(.2) else 0
                    rows[d].append([
                        d.strftime("%m/%d/%Y"), fnsku(site, sku), p[1], sku, site.name(sku), state,
                        str(stock), str(transfer), str(receipts), str(-out_now), str(back), "0",
                        "0", "0", str(lost), "0", str(gone), "0", str(end), "0", site.site, ""])
                stock = end
    write_csv(f"exports/{site.key}/Inventory Ledger Summary.csv", LEDGER,
              [row for d in days for row in rows[d]], bom=site.site == "DE", quote_all=True)


def write_returns(site):
    reasons = ["UNWANTED_ITEM", "DEFECTIVE", "NOT_COMPATIBLE", "NOT_AS_DESCRIBED",
               "QUALITY_UNACCEPTABLE"]
    comments = {"DE": ["", "", "Zu klein für Familie Beispiel.", "Kam zu spät, bitte anrufen"],
                "FR": ["", "Trop petit"], "GB": ["", "Too small, sorry"],
                "US": ["", "", "Gift for Sam Sample, wrong size", "Box was open"]}[site.country]
    rows = []
    end = datetime(2026, 9, 28, tzinfo=site.zone)
    for o in site.orders:
        if not o.return_time or o.return_time >= end:
            continue
        for l in o.lines:
            for _ in range(l.units):  # a row for each unit, told apart by its plate only
                reason = site.pick(reasons)
                rows.append((o.return_time, [
                    stamp(o.return_time), o.id, l.sku, site.products[l.sku][1], fnsku(site, l.sku),
                    site.name(l.sku), "1", site.pick(["KEP1", "KEP2", "KEP7"]), disposition(o),
                    reason, "Unit returned to inventory", "LPNKEPI" + site.digits(8),
                    site.pick(comments)]))
    rows.sort(key=lambda x: (x[0], x[1][2], x[1][11]))
    name = "318822020728.txt" if site.site == "US" else "Returns-2026.txt"
    write_tab(f"exports/{site.key}/{name}", RETURNS, [row for _, row in rows], date_column=0)


def write_own_data():
    rows, costs = [], []
    for store, products in PRODUCTS.items():
        for sku, asin, brand, category, launch, cost, price, first, second, weight in products:
            rows.append([sku, first or second, brand, category, launch])
            if launch < "2026-01-01":
                before = f"{float(cost) * .94:.2f}"
                costs.append([sku, "2025-07-01", "2026-06-01", before])
                costs.append([sku, "2026-06-01", "", cost])
            else:
                costs.append([sku, launch, "", cost])
    write_csv("exports/products.csv", ["sku", "product", "brand", "category", "launch_date"], rows,
              bom=False)
    write_csv("exports/costs.csv", ["sku", "valid_from", "valid_before", "unit_cost"], costs,
              bom=False)
    write_csv("exports/Sud/UK/notes.csv", ["when", "who", "what"],
              [["2026-07-20", "Ana", "Raised bids on curtains, see chat"],
               ["2026-08-03", "Ana", "New pictures for the lamps"],
               ["2026-09-01", "Li", "问一下包装盒的交期"]], bom=False)


def main():
    global OUT
    OUT = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
        os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples")
    for site in SITES:
        simulate(site)
        write_ads(site)  # first: the sale that vanished cancels its order
        write_business(site)
        write_orders(site)
        if site.key in ("Nord/DE", "Pacific/US"):
            write_settlements(site)
            write_ledger(site, date(2026, 8, 3) if site.site == "DE" else date(2026, 8, 31))
        if site.site in ("DE", "US"):
            write_returns(site)
    write_own_data()


if __name__ == "__main__":
    main()
