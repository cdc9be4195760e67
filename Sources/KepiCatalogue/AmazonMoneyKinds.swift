// Export kinds of Amazon: settlements, transactions, fees and reimbursements.

extension ShippedText {
  static let amazonMoney = ShippedText(
    name: "amazon-money.kepi",
    text: #"""
      ## One row for each money component of an item: its price, a fee, a tax. Equal rows are real
      ## and all count; their sum is the payout that the first row states. `quantity` repeats on
      ## every component of an item: count it where amount_type is ItemPrice and
      ## amount_description is Principal. A settlement is replaced as a whole. The retired report in
      ## XML (`SettlementReport`) becomes the same lines in the same words; what it calls deals,
      ## coupons and withheld taxes keeps the name of the transaction.
      kind amazon_settlement_v2 {
        label: "Settlement, flat file V2", zh "结算报告 V2"
        platform: "amazon"
        source: settlement
        quoting: none
        column settlement_id: text from "settlement-id"
        column deposit_day: day from "deposit-date"
        column total_amount: money in currency from "total-amount"
        column currency: currency from "currency"
        column transaction_type: text from "transaction-type"
        column order_id: text from "order-id"
        column adjustment_id: text from "adjustment-id"
        column shipment_id: text from "shipment-id"
        column site: site from "marketplace-name"
        column channel: text from "marketplace-name"
        column amount_type: text from "amount-type"
        column amount_description: text from "amount-description"
        column amount: money in currency from "amount"
        column fulfilment: text from "fulfillment-id"
        column day: instant from "posted-date-time", "posted-date"
        column order_item_id: text from "order-item-code"
        column sku: text from "sku"
        column quantity: count from "quantity-purchased"
        column promotion_id: text from "promotion-id"
        word: fulfilment "Amazon" from "AFN"
        word: fulfilment "Merchant" from "MFN"
        needs: settlement_id, amount_type, amount_description, amount
        carried: currency, deposit_day
        summary: total_amount sums amount
        replaces: whole settlement_id
        ignored: "settlement-start-date", "settlement-end-date", "merchant-order-id",
          "posted-date", "merchant-order-item-id", "merchant-adjustment-item-id"
      }

      ## The older flat file: a row may hold several components, each in columns of its own, and
      ## the units of an item stand in a row of their own; all become lines as in the flat file V2.
      ## A settlement is replaced as a whole, also by the V2 file of the same settlement.
      kind amazon_settlement_v1 {
        label: "Settlement, flat file V1", zh "结算报告 V1"
        platform: "amazon"
        source: settlement
        quoting: none
        column settlement_id: text from "settlement-id"
        column deposit_day: day from "deposit-date"
        column total_amount: money in currency from "total-amount"
        column currency: currency from "currency"
        column transaction_type: text from "transaction-type"
        column order_id: text from "order-id"
        column adjustment_id: text from "adjustment-id"
        column shipment_id: text from "shipment-id"
        column site: site from "marketplace-name"
        column channel: text from "marketplace-name"
        column amount_type: text
        column amount_description: text
        column amount: money in currency
        column fulfilment: text from "fulfillment-id"
        column day: instant from "posted-date"
        column order_item_id: text from "order-item-code"
        column sku: text from "sku"
        column quantity: count
        column promotion_id: text from "promotion-id"
        line: amount_type "ItemPrice", amount_description from "price-type",
          amount from "price-amount"
        line: amount_type "ItemFees", amount_description from "item-related-fee-type",
          amount from "item-related-fee-amount"
        line: amount_type "ShipmentFees", amount_description from "shipment-fee-type",
          amount from "shipment-fee-amount"
        line: amount_type "OrderFees", amount_description from "order-fee-type",
          amount from "order-fee-amount"
        line: amount_type "Promotion", amount_description from "promotion-type",
          amount from "promotion-amount"
        line: amount_type "DirectPayment", amount_description from "direct-payment-type",
          amount from "direct-payment-amount"
        line: amount_type "MiscFees", amount_description from "transaction-type",
          amount from "misc-fee-amount"
        line: amount_type "OtherFees", amount_description from "other-fee-reason-description",
          amount from "other-fee-amount"
        line: amount_type "other-transaction", amount_description from "transaction-type",
          quantity from "quantity-purchased", amount from "other-amount"
        otherwise: amount_type "ItemPrice", amount_description "Principal",
          quantity from "quantity-purchased"
        word: fulfilment "Amazon" from "AFN"
        word: fulfilment "Merchant" from "MFN"
        needs: settlement_id, transaction_type, amount
        lacks: "amount-type", "amount-description"
        carried: currency, deposit_day
        summary: total_amount sums amount
        replaces: whole settlement_id
        ignored: "settlement-start-date", "settlement-end-date", "merchant-order-id",
          "merchant-order-item-id", "merchant-adjustment-item-id"
      }

      ## One row for each posted item or charge, with every sort of amount in a column of its own.
      ## Each amount becomes a line whose `amount_description` is the English name of its column,
      ## so that the lines are like those of a settlement. The words of all marketplaces are put
      ## into English. `quantity` repeats on the lines of a row and is positive on refunds too:
      ## count it where amount_description is product sales. A later file replaces equal lines
      ## one by one, and deferred ones once they are released.
      kind amazon_transactions {
        label: "Transactions (date range, monthly, unified)", zh "交易报告（日期范围、月度）"
        platform: "amazon"
        source: transactions
        matures: deferral 14 days
        column settlement_id: text from "settlement id", "Abrechnungsnummer", "numéro de versement",
          "Numero pagamento", "identificador de pago", "決済番号", "Id. de liquidación",
          "Identifiant du paiement", "schikkings-ID", "reglerings-id", "identyfikator rozliczenia"
        column day: instant from "date/time", "Datum/Uhrzeit", "date/heure", "Data/Ora",
          "fecha y hora", "日付/時間", "fecha/hora", "datum/tijd", "datum/tid", "data/godzina"
        column transaction_type: text from "type", "Typ", "Tipo", "トランザクションの種類"
        column order_id: text from "order id", "Bestellnummer", "numéro de la commande",
          "Numero ordine", "número de pedido", "注文番号", "Id. del pedido", "bestelnummer",
          "beställnings-id", "identyfikator zamówienia"
        column sku: text from "sku"
        column description: text from "description", "Beschreibung", "Descrizione", "descripción",
          "説明", "beschrijving", "beskrivning", "opis"
        column quantity: count from "quantity", "Menge", "quantité", "Quantità", "cantidad", "数量",
          "aantal", "antal", "ilość"
        column site: site from "marketplace", "web de Amazon", "Amazon 出品サービス", "site de vente",
          "marknadsplats", "rynek"
        column channel: text from "marketplace", "web de Amazon", "Amazon 出品サービス", "site de vente",
          "marknadsplats", "rynek"
        column account_type: text from "account type"
        column fulfilment: text from "fulfillment", "fulfilment", "Versand", "traitement",
          "Gestione", "gestión logística", "フルフィルメント", "cumplimiento", "expédition", "leverans",
          "realizacja"
        column transaction_status: text from "Transaction Status", "Transactiestatus",
          "Transaktionsstatus", "Statut de la transaction", "Estado de la transacción",
          "Stato della transazione"
        column release_day: instant from "Transaction Release Date",
          "Publicatiedatum van transactie", "Transaktionens utgivningsdatum",
          "Freigabedatum der Transaktion", "Date de sortie de la transaction",
          "Date de délivrance de la transaction", "Fecha de liberación de la transacción",
          "Data di rilascio della transazione"
        column currency: currency after "All amounts in", "Alle Beträge in",
          "Tous les montants sont en", "Todos los importes en",
          "Tutti gli importi sono espressi in", "Tutti gli importi in", "Alle bedragen in",
          "Alla belopp i", "Wszystkie kwoty w", "単位は"
        column amount_type: text always "Transaction"
        column amount_description: text
        column amount: money in currency
        line: amount_description "product sales", amount from "product sales", "Umsätze",
          "ventes de produits", "Vendite", "ventas de productos", "商品売上", "verkoop van producten",
          "försäljning av produkter", "sprzedaż produktów"
        line: amount_description "product sales tax", amount from "product sales tax",
          "Produktumsatzsteuer", "Taxes sur la vente des produits",
          "imposta sulle vendite dei prodotti", "impuesto de ventas de productos", "商品の売上税"
        line: amount_description "shipping credits", amount from "shipping credits",
          "postage credits", "Gutschrift für Versandkosten", "crédits d'expédition",
          "Accrediti per le spedizioni", "abonos de envío", "配送料", "créditos de envío",
          "Verzendtegoeden", "fraktkrediter", "noty kredytowe za wysyłkę"
        line: amount_description "shipping credits tax", amount from "shipping credits tax",
          "Steuer auf Versandgutschrift", "taxe sur les crédits d’expédition",
          "imposta accrediti per le spedizioni", "impuestos por abonos de envío", "配送料の税金",
          "impuesto de abono de envío"
        line: amount_description "gift wrap credits", amount from "gift wrap credits",
          "Gutschrift für Geschenkverpackung", "crédits sur l'emballage cadeau",
          "Accrediti per confezioni regalo", "abonos de envoltorio para regalo", "ギフト包装手数料",
          "créditos por envoltorio de regalo", "crédits d’emballage-cadeau",
          "kredietpunten cadeauverpakking", "krediter för presentinslagning",
          "środki na pokrycie pakowania na prezent"
        line: amount_description "gift wrap credits tax", amount from "giftwrap credits tax",
          "gift wrap credits tax", "Steuer auf Geschenkverpackungsgutschriften",
          "Taxes sur les crédits cadeaux", "imposta sui crediti confezione regalo",
          "impuestos por abonos de envoltorio para regalo", "ギフト包装クレジットの税金",
          "impuesto de créditos de envoltura"
        line: amount_description "regulatory fee", amount from "Regulatory Fee",
          "Tarifa reglamentaria"
        line: amount_description "tax on regulatory fee", amount from "Tax On Regulatory Fee",
          "Impuesto sobre tarifa reglamentaria"
        line: amount_description "points cost", amount from "Amazonポイントの費用"
        line: amount_description "promotional rebates", amount from "promotional rebates",
          "Rabatte aus Werbeaktionen", "Rabais promotionnels", "Sconti promozionali",
          "devoluciones promocionales", "プロモーション割引額", "descuentos promocionales",
          "Total des réductions", "promotiekortingen", "kampanjrabatter", "rabaty promocyjne"
        line: amount_description "promotional rebates tax", amount from "promotional rebates tax",
          "Steuer auf Aktionsrabatte", "Taxes sur les remises promotionnelles",
          "imposta sugli sconti promozionali", "impuestos de descuentos por promociones",
          "プロモーション割引の税金", "impuesto de reembolsos promocionales"
        line: amount_description "sales tax collected", amount from "taxe de ventes prélevée",
          "geïnde omzetbelasting", "Inkasserad moms", "pobrany podatek od sprzedaży",
          "Total sales tax liable(GST before adjusting TCS)"
        line: amount_description "marketplace withheld tax", amount from "marketplace withheld tax",
          "Einbehaltene Steuer auf Marketplace", "Taxes retenues sur le site de vente",
          "trattenuta IVA del marketplace", "impuesto retenido en el sitio web",
          "源泉徴収税を伴うマーケットプレイス", "impuesto de retenciones en la plataforma",
          "Taxe Marketplace Facilitator", "Belasting voor marketplace-facilitator",
          "Skatt för marknadsplatsförmedlare", "podatek od transakcji marketplace facilitator"
        line: amount_description "selling fees", amount from "selling fees", "Verkaufsgebühren",
          "frais de vente", "Commissioni di vendita", "tarifas de venta", "手数料", "verkoopkosten",
          "försäljningsavgifter", "opłaty za sprzedaż"
        line: amount_description "fba fees", amount from "fba fees",
          "Gebühren zu Versand durch Amazon", "Frais Expédié par Amazon",
          "Costi del servizio Logistica di Amazon", "tarifas de Logística de Amazon", "FBA 手数料",
          "tarifas fba", "Frais pour le service Expédié par Amazon", "fba-vergoedingen",
          "fba-avgifter", "opłaty za fba"
        line: amount_description "other transaction fees", amount from "other transaction fees",
          "Andere Transaktionsgebühren", "autres frais de transaction",
          "Altri costi relativi alle transazioni", "tarifas de otras transacciones",
          "トランザクションに関するその他の手数料", "tarifas de otra transacción", "overige transactiekosten",
          "övriga transaktionsavgifter", "inne opłaty transakcyjne"
        line: amount_description "other", amount from "other", "Andere", "autre", "Altro", "otro",
          "その他", "autres", "overige", "Övrigt", "inne"
        line: amount_description "TCS-CGST", amount from "TCS-CGST"
        line: amount_description "TCS-SGST", amount from "TCS-SGST"
        line: amount_description "TCS-IGST", amount from "TCS-IGST"
        line: amount_description "TDS", amount from "TDS (Section 194-O)"
        total: amount from "total", "Gesamt", "totale", "合計", "totaal", "totalt", "suma"
        word: transaction_type "Order" from "Bestellung", "Commande", "Ordine", "Pedido", "注文",
          "Bestelling", "Beställning", "Zamówienie"
        word: transaction_type "Refund" from "Erstattung", "Remboursement", "Rimborso", "Reembolso",
          "返金", "Terugbetaling", "Återbetalning", "Zwrot kosztów"
        word: transaction_type "Transfer" from "Übertrag", "Transfert", "Transférer",
          "Trasferimento", "Transferir", "振込み", "Overboeking", "Överföring"
        word: transaction_type "Service Fee" from "Servicegebühr", "Frais de service",
          "Commissione di servizio", "Tarifa de prestación de servicio", "Tarifa de servicio",
          "注文外料金", "Servicekosten"
        word: transaction_type "Adjustment" from "Anpassung", "Ajustement", "Modifica", "Ajuste",
          "調整"
        word: transaction_type "FBA Inventory Fee" from "Versand durch Amazon Lagergebühr",
          "Frais de stock Expédié par Amazon", "Costo di stoccaggio Logistica di Amazon",
          "Tarifas de inventario de Logística de Amazon", "FBA 在庫関連の手数料"
        word: transaction_type "Debt" from "Verbindlichkeit", "マイナス残高"
        word: transaction_type "Amazon Fees" from "Amazon手数料"
        word: transaction_type "Order_Retrocharge" from "Bestellung_Wiedereinzug"
        word: transaction_type "Refund_Retrocharge" from "Erstattung_Wiedereinzug"
        word: transaction_type "Chargeback Refund" from "Erstattung durch Rückbuchung"
        word: transaction_status "Released" from "Veröffentlicht", "Vrijgegeven"
        word: fulfilment "Merchant" from "Seller", "Verkäufer", "Vendeur", "Venditore", "Vendedor",
          "出品者", "Verkoper", "Säljare"
        word: description "Cost of Advertising" from "Cost of advertising", "Werbekosten",
          "Prix de la publicité", "Costo della pubblicità", "Gastos de publicidad",
          "Costo de la publicidad", "広告費用", "Advertentiekosten"
        word: description "Refund for Advertiser" from "Gutschrift für Inserenten",
          "Remboursement pour le publicitaire", "Rimborso per inserzionista",
          "Reembolso para anunciante", "広告費の返金"
        word: description "FBA storage fee" from "FBA Inventory Storage Fee", "FBA在庫保管手数料",
          "FBA-Lagergebühr", "Frais de stockage FBA",
          "Tarifa por almacenamiento de Logística de Amazon"
        word: description "FBA Long-Term Storage Fee" from "FBA Long Term Storage Fee",
          "Versand durch Amazon Langzeitlagergebühr"
        word: description "FBA Removal Order: Return Fee" from "FBA在庫の返送手数料"
        word: description "FBA Removal Order: Disposal Fee" from "FBA在庫の廃棄手数料",
          "Versand durch Amazon Gebühr für Entsorgung"
        word: description "Subscription" from "月額登録料"
        word: description "Vine Enrollment Fee" from "Amazon Vine登録手数料"
        word: description "FBA Inventory Reimbursement - Customer Return" from \
          "Remboursement Stock Expédié par Amazon - Retour Client",
          "Versand durch Amazon Erstattung für Lagerbestand - Kundenrücksendung",
          "FBA在庫の返金 - 購入者による返品"
        word: description "FBA Inventory Reimbursement - Lost:Warehouse" from \
          "Reembolso de inventario - extraviado en el almacén", "FBA在庫の返金 - 紛失: フルフィルメントセンター"
        masked: description
        needs: settlement_id, transaction_type, order_id, amount
        lacks: "amount-type", "price-type"
        replaces: rows by day, transaction_type, order_id, sku, description, account_type,
          amount_description, amount, ordinal
        private: "order city", "Ort der Bestellung", "ville d'où provient la commande",
          "Città di provenienza dell'ordine", "ciudad de procedencia del pedido", "市町村",
          "ciudad del pedido", "ville de la commande", "bestelling stad", "stad för beställning",
          "miejscowość zamówienia", "order state", "Bundesland", "Région d'où provient la commande",
          "Provincia di provenienza dell'ordine", "comunidad autónoma de procedencia del pedido",
          "都道府県", "estado del pedido", "état de la commande", "status bestelling",
          "delstat för beställning", "stan zamówienia", "order postal", "Postleitzahl",
          "code postal de la commande", "CAP dell'ordine",
          "código postal de procedencia del pedido", "郵便番号", "código postal del pedido",
          "commande postale", "bestelling per post", "postadress för beställning",
          "przekaz pocztowy"
        ignored: "tax collection model", "Steuererhebungsmodell", "Modèle de perception des taxes",
          "modello di riscossione delle imposte", "Formulario de recaudación de impuestos", "税金徴収型",
          "modelo de recaudación de impuestos"
      }

      ## One row a month for each product and fulfilment centre: what the storage will be charged
      ## at. The charge itself is in the settlement. Quantities are means of the month: of several
      ## months take the mean, not the sum. A file may hold several countries and currencies.
      kind amazon_fba_storage_fees {
        label: "FBA monthly storage fees", zh "FBA月度仓储费"
        platform: "amazon"
        source: storage_fees
        column day: days to until from "month_of_charge", "month-of-charge"
        column site: site from "country_code", "country-code"
        column country: text from "country_code", "country-code"
        column asin: text from "asin"
        column fnsku: text from "fnsku"
        column fulfillment_center: text from "fulfillment_center", "fulfillment-center"
        column currency: currency from "currency"
        column storage_fee: money in currency from "estimated_monthly_storage_fee",
          "estimated-monthly-storage-fee"
        column base_storage_fee: money in currency from "est_base_msf"
        column utilization_surcharge: money in currency from "est_sus"
        column incentive_amount: money in currency from "total_incentive_fee_amount"
        column mean_on_hand_units: number from "average_quantity_on_hand",
          "average-quantity-on-hand"
        column mean_pending_removal_units: number from "average_quantity_pending_removal",
          "average-quantity-pending-removal"
        column mean_customer_order_units: number from "average_quantity_customer_orders"
        column volume: number from "estimated_total_item_volume", "estimated-total-item-volume"
        column volume_unit: text from "volume_units", "volume-units"
        column size_tier: text from "product_size_tier", "product-size-tier"
        column storage_rate: number from "base_rate", "storage-rate"
        column dangerous_goods_type: text from "dangerous_goods_storage_type"
        needs: day, asin, storage_fee
        replaces: rows by day, until, asin, fnsku, fulfillment_center, country
        ignored: "product_name", "product-name", "longest_side", "longest-side", "median_side",
          "median-side", "shortest_side", "shortest-side", "measurement_units",
          "measurement-units", "weight", "weight_units", "weight-units", "item_volume",
          "item-volume", "storage_utilization_ratio", "storage_utilization_ratio_units",
          "utilization_surcharge_rate", "avg_qty_for_sus", "est_vol_for_sus",
          "eligible_for_inventory_discount", "qualifies_for_inventory_discount",
          "breakdown_incentive_fee_amount"
      }

      ## One row for each product and age tier on the day of the snapshot that is charged.
      kind amazon_fba_aged_surcharge {
        label: "FBA aged inventory surcharge", zh "FBA库龄附加费"
        platform: "amazon"
        source: storage_surcharge
        quoting: none
        column day: day from "snapshot-date"
        column site: site from "country"
        column country: text from "country"
        column sku: text from "sku"
        column fnsku: text from "fnsku"
        column asin: text from "asin"
        column condition: text from "condition"
        column currency: currency from "currency"
        column charged_units: count from "qty-charged"
        column surcharge: money in currency from "amount-charged"
        column age_tier: text from "surcharge-age-tier"
        column surcharge_rate: number from "rate-surcharge"
        column unit_volume: number from "per-unit-volume"
        column volume_unit: text from "volume-unit"
        needs: day, sku, age_tier, surcharge
        replaces: rows by day, sku, fnsku, condition, country, age_tier
        ignored: "product-name"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each SKU and store: what Amazon expects to charge for one unit. Estimates,
      ## never what was charged; no day inside: load it with `date`.
      kind amazon_fba_fee_preview {
        label: "FBA fee preview", zh "FBA费用预览"
        platform: "amazon"
        source: fee_preview
        quoting: none
        column day: day
        column site: site from "amazon-store"
        column sku: text from "sku"
        column fnsku: text from "fnsku"
        column asin: text from "asin"
        column product_group: text from "product-group"
        column brand: text from "brand"
        column fulfilment: text from "fulfilled-by"
        column size_tier: text from "product-size-tier", "product-size-weight-band"
        column currency: currency from "currency"
        column price: money in currency from "your-price"
        column sale_price: money in currency from "sales-price"
        column estimated_fee: money in currency from "estimated-fee-total"
        column referral_fee: money in currency from "estimated-referral-fee-per-unit"
        column closing_fee: money in currency from "estimated-variable-closing-fee"
        column order_handling_fee: money in currency \
          from "estimated-order-handling-fee-per-order"
        column pick_pack_fee: money in currency from "estimated-pick-pack-fee-per-unit"
        column weight_handling_fee: money in currency \
          from "estimated-weight-handling-fee-per-unit"
        column fulfilment_fee: money in currency from "expected-fulfillment-fee-per-unit",
          "expected-domestic-fulfilment-fee-per-unit"
        column fulfilment_fee_uk: money in currency \
          from "expected-efn-fulfilment-fee-per-unit-uk"
        column fulfilment_fee_de: money in currency \
          from "expected-efn-fulfilment-fee-per-unit-de"
        column fulfilment_fee_fr: money in currency \
          from "expected-efn-fulfilment-fee-per-unit-fr"
        column fulfilment_fee_it: money in currency \
          from "expected-efn-fulfilment-fee-per-unit-it"
        column fulfilment_fee_es: money in currency \
          from "expected-efn-fulfilment-fee-per-unit-es"
        column fulfilment_fee_se: money in currency \
          from "expected-efn-fulfilment-fee-per-unit-se"
        needs: sku, estimated_fee, referral_fee
        replaces: rows by day, sku, fnsku, currency
        ignored: "product-name", "has-local-inventory", "longest-side", "median-side",
          "shortest-side", "length-and-girth", "unit-of-dimension", "item-package-weight",
          "unit-of-weight", "estimated-future-*", "expected-future-*", "estimated-fixed-closing-fee"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }

      ## One row for each reimbursement of a product: paid or given back in units; reversals are
      ## negative. The money is in the settlement too: never add the two.
      kind amazon_fba_reimbursements {
        label: "FBA reimbursements", zh "FBA赔偿报告"
        platform: "amazon"
        source: reimbursements
        quoting: none
        column day: instant from "approval-date"
        column reimbursement_id: text from "reimbursement-id"
        column case_id: text from "case-id"
        column order_id: text from "amazon-order-id"
        column reason: text from "reason"
        column sku: text from "sku"
        column fnsku: text from "fnsku"
        column asin: text from "asin"
        column condition: text from "condition"
        column currency: currency from "currency-unit"
        column unit_amount: money in currency from "amount-per-unit"
        column amount: money in currency from "amount-total"
        column cash_units: count from "quantity-reimbursed-cash"
        column inventory_units: count from "quantity-reimbursed-inventory"
        column units: count from "quantity-reimbursed-total"
        column original_reimbursement_id: text from "original-reimbursement-id"
        column original_reimbursement_type: text from "original-reimbursement-type"
        needs: day, reimbursement_id, amount
        replaces: rows by reimbursement_id, sku, fnsku, reason
        ignored: "product-name"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }
      """#)
}
