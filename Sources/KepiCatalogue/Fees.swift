// The fee taxonomy: what each amount of a settlement or a transaction report is, in the language.

extension ShippedText {
  static let fees = ShippedText(
    name: "fees.kepi",
    text: #"""
      # ---- what fees are --------------------------------------------------------------------------

      ## What an amount of a settlement or a transaction report is: sales, a sort of fee, a tax, a
      ## movement of cash. What no rule knows is `unmapped`: `show unmapped` lists it. Platforms
      ## change the case of their names, so it is not looked at: what is compared is lower case.
      dimension fee_group =
        \#(feeGroup(of: "settlement")),
        \#(feeGroup(of: "transactions")) {
        label: "Fee group", zh "费用类别"
      }

      ## The name of a charge as the report has it: of transactions the description, where there is
      ## one.
      dimension charge =
        \#(charge(of: "settlement")),
        \#(charge(of: "transactions")) {
        label: "Charge", zh "费用名称"
      }

      ## What an amount means for the result: revenue, fees that follow the sales, fixed fees, ads,
      ## credits; taxes and cash are no part of it.
      dimension pnl_class =
        if fee_group in ("product_sales", "product_refund", "promo_rebate", "shipping_income",
          "giftwrap_income") then "revenue"
        else if fee_group in ("referral", "fba_fulfilment", "fba_inbound", "storage",
          "aged_inventory", "removal", "return_processing", "shipping_cost", "promotion_fee")
          then "variable_fee"
        else if fee_group in ("subscription", "other_fee") then "fixed_fee"
        else if fee_group = "advertising" then "ads"
        else if fee_group in ("liquidation", "reimbursement", "adjustment") then "credit"
        else if fee_group in ("tax_collected", "tax_withheld") then "tax"
        else if fee_group in ("reserve", "transfer") then "cash"
        else "unmapped" {
        label: "P&L class", zh "损益类别"
      }
      """#)

  // A platform that has but one of the two reports is in both sources (R20): its rows are told by
  // what they are, not by the source they stand in.

  private static func feeGroup(of source: String) -> String {
    of(
      source,
      "if row.amount_type = \"Transaction\" then (" + transactionRules + "  ) else ("
        + settlementRules + "  )")
  }

  private static func charge(of source: String) -> String {
    of(
      source,
      """
      if row.amount_type in ("Transaction", "Fee/Reimbursement", "Gross")
        and not row.description is missing then row.description
      else row.amount_description
      """)
  }

  private static func of(_ source: String, _ rules: String) -> String {
    rules.replacing("row.", with: source + ".")
  }

  /// Of what Amazon posts day by day, with a column for each sort of amount.
  private static let transactionRules = #"""

    if lower(row.transaction_type) in ("order_retrocharge", "refund_retrocharge")
      then "tax_withheld"
    else if lower(row.amount_description) in (
      "product sales tax", "shipping credits tax", "gift wrap credits tax",
      "promotional rebates tax", "sales tax collected", "tax on regulatory fee")
      then "tax_collected"
    else if lower(row.amount_description) = "regulatory fee" then "other_fee"
    else if lower(row.amount_description) in (
      "marketplace withheld tax", "tcs-cgst", "tcs-sgst", "tcs-igst", "tds")
      then "tax_withheld"
    else if lower(row.transaction_type) in ("transfer", "debt") then "transfer"
    else if lower(row.amount_description) in ("promotional rebates", "points cost")
      then "promo_rebate"
    else if lower(row.amount_description) = "shipping credits" then "shipping_income"
    else if lower(row.amount_description) = "gift wrap credits" then "giftwrap_income"
    else if row.transaction_type like "Liquidations*" then (
      if lower(row.amount_description) = "product sales" then "liquidation"
      else "removal")
    else if lower(row.amount_description) = "product sales" then (
      if lower(row.transaction_type) = "order" then "product_sales"
      else if lower(row.transaction_type) in (
        "refund", "a-to-z guarantee claim", "chargeback refund") then "product_refund"
      else "unmapped")
    else if row.description like "FBA Customer Return*"
      or row.transaction_type like "FBA Customer Return*" then "return_processing"
    else if lower(row.amount_description) = "selling fees" then "referral"
    else if lower(row.amount_description) = "fba fees" then "fba_fulfilment"
    else if lower(row.transaction_type) in (
      "order", "refund", "chargeback refund") then (
      if lower(row.amount_description) = "other transaction fees" then "referral"
      else "adjustment")
    else if lower(row.transaction_type) = "a-to-z guarantee claim"
      then "product_refund"
    else if lower(row.description) in (
      "cost of advertising", "refund for advertiser")
      then "advertising"
    else if lower(row.description) = "subscription" then "subscription"
    else if lower(row.description) in (
      "fba storage fee", "awd storage fee") then "storage"
    else if row.description like "FBA Long*Term Storage Fee" then "aged_inventory"
    else if row.description like "FBA Removal Order*"
      or row.description like "Grade and Resell*" then "removal"
    else if lower(row.description) in (
      "fba inbound placement service fee", "fba inventory placement service fee",
      "fba amazon-partnered carrier shipment fee", "awd processing fee",
      "awd transportation fee")
      or row.description like "Inbound Defect Fee*"
      or row.description like "Unplanned Service Charge*"
      or row.description like "FBA International Freight*" then "fba_inbound"
    else if row.transaction_type like "SAFE-T*"
      or row.description like "*Inventory Reimbursement*"
      or lower(row.description) in (
        "mcf preferred pricing seller credit", "amazon shipping reimbursement")
        then "reimbursement"
    else if row.description like "Coupon*" or row.description like "クーポン*"
      or row.description like "Lightning Deal*"
      or row.description like "Deal*" or row.description like "Price Discount*"
      or row.description like "秒杀-*" or row.description like "促销-*"
      or lower(row.description) in ("vine enrollment fee", "review enrollment fee")
      or lower(row.transaction_type) = "deal fee" then "promotion_fee"
    else if lower(row.transaction_type) = "shipping services"
      or row.description like "Shipping Label*"
      or row.description like "*shipping label adjustments"
      or row.description like "Amazon Shipping Charge*"
      or row.description like "PostageBilling*" then "shipping_cost"
    else if lower(row.description) = "high volume listing fee"
      or lower(row.description) = "penalty charges" then "other_fee"
    else if lower(row.transaction_type) in ("adjustment", "fee adjustment")
      then "adjustment"
    else "unmapped"

    """#

  /// Of settlements and payouts, with a row for each amount.
  private static let settlementRules = #"""

    if row.platform in ("shopify", "walmart", "ebay") then (
      if row.platform = "shopify" then (
        if lower(row.amount_type) = "fee" then "referral"
        else if lower(row.transaction_type) = "charge" then "product_sales"
        else if lower(row.transaction_type) in (
          "refund", "refund_failure", "chargeback", "dispute", "chargeback won",
          "dispute_reversal") then "product_refund"
        else if row.transaction_type like "payout*"
          or row.transaction_type like "transfer*" then "transfer"
        else if row.transaction_type like "reserve*" then "reserve"
        else if row.transaction_type like "adjustment*" then "adjustment"
        else "unmapped")
      else if row.platform = "walmart" then (
        if row.amount_type like "* withheld" then "tax_withheld"
        else if row.amount_type like "* tax" then "tax_collected"
        else if row.amount_type like "Commission*" then "referral"
        else if lower(row.amount_type) = "product price" then (
          if lower(row.transaction_type) in ("refund", "return") then "product_refund"
          else if lower(row.transaction_type) = "sale" then "product_sales"
          else "unmapped")
        else if lower(row.amount_type) = "shipping" then "shipping_income"
        else if row.description like "*Shipping Label*" then "shipping_cost"
        else if row.description like "WFS*Return*"
          or row.description like "*Return Shipping*" then "return_processing"
        else if row.description like "WFS*Storage*" then "storage"
        else if row.description like "WFS*Fulfillment*" then "fba_fulfilment"
        else if row.description like "WFS*Inbound*"
          or row.description like "WFS*Prep*" then "fba_inbound"
        else if row.description like "WFS*Removal*"
          or row.description like "WFS*Disposal*" then "removal"
        else if row.description like "WFS*Lost*"
          or row.description like "WFS*Damage*"
          or row.description like "WFS*Found*" then "reimbursement"
        else if row.description like "*Walmart Connect*"
          or row.description like "*Advertising*" then "advertising"
        else "unmapped")
      else (
        if lower(row.transaction_type) in ("payout", "transfer") then "transfer"
        else if lower(row.transaction_type) = "hold" then "reserve"
        else if lower(row.amount_type) = "fee" then "referral"
        else if lower(row.amount_type) = "charity" then "other_fee"
        else if lower(row.transaction_type) = "order" then "product_sales"
        else if lower(row.transaction_type) in ("refund", "claim", "payment dispute")
          then "product_refund"
        else if lower(row.transaction_type) = "shipping label" then "shipping_cost"
        else if lower(row.transaction_type) = "adjustment" then "adjustment"
        else if row.description like "Ad Fee*"
          or row.description like "*Promoted*" then "advertising"
        else if row.description like "*subscription*" then "subscription"
        else if row.description like "*insertion fee*" then "other_fee"
        else "unmapped"))
    else if lower(row.amount_description) = "principal" then (
      if lower(row.amount_type) = "promotion" then "promo_rebate"
      else if lower(row.transaction_type) in (
        "refund", "a-to-z guarantee refund", "chargeback refund") then "product_refund"
      else if row.transaction_type like "Liquidations*" then "liquidation"
      else "product_sales")
    else if lower(row.amount_type) = "itemwithheldtax"
      or lower(row.transaction_type) in ("order_retrocharge", "refund_retrocharge")
      then "tax_withheld"
    else if lower(row.transaction_type) = "servicefee"
      and lower(row.amount_description) = "taxamount" then "advertising"
    else if lower(row.amount_type) in (
      "fba inventory reimbursement") then "reimbursement"
    else if lower(row.amount_description) in (
      "tax", "shippingtax", "giftwraptax", "principaltax", "shippingchargetax", "taxdiscount",
      "promotiondiscounttax", "shippingdiscounttax", "coditemtaxcharge", "codordertaxcharge",
      "codshippingtaxcharge", "taxamount", "taxamountadjustment", "basetax")
      then "tax_collected"
    else if lower(row.amount_description) in (
      "marketplacefacilitatortax-principal", "marketplacefacilitatortax-shipping",
      "marketplacefacilitatortax-giftwrap", "marketplacefacilitatortax-other",
      "marketplacefacilitatortax-restockingfee", "marketplacefacilitatorvat-principal",
      "marketplacefacilitatorvat-shipping", "marketplacefacilitatorvat-giftwrap",
      "marketplacefacilitatorvat-other", "lowvaluegoodstax-principal",
      "lowvaluegoodstax-shipping", "tcs-cgst", "tcs-sgst", "tcs-igst", "tcscgstfee",
      "tcssgstfee", "tcsigstfee", "disposalcompletecgst", "disposalcompletesgst",
      "taxwithheld", "taxwithheldadjustment", "marketplacewithheldtax", "income tax charged",
      "commingling vat", "product vat adjustment") then "tax_withheld"
    else if lower(row.amount_description) in (
      "goodwill", "concession", "restockingfee", "genericdeduction") then "product_refund"
    else if lower(row.amount_description) in (
      "promotiondiscount", "discount", "costofpointsgranted", "costofpointsreturned",
      "pointsfee") then "promo_rebate"
    else if lower(row.amount_description) in (
      "shipping", "shippingcharge", "shippingdiscount", "shippingchargeback",
      "returnshipping", "freereplacementreturnshipping", "exportcharge", "coditemcharge",
      "codordercharge", "codshippingcharge") then "shipping_income"
    else if lower(row.amount_description) in (
      "giftwrap", "giftwrapcharge", "giftwrapchargeback") then "giftwrap_income"
    else if lower(row.amount_description) in (
      "liquidations", "liquidations adjustments", "liquidationsproceeds",
      "liquidationsrevenueadjustment", "revenue", "revenueadjustment") then "liquidation"
    else if lower(row.amount_description) in (
      "warehouse_damage", "warehouse_damage_exception", "warehouse_lost",
      "missing_from_inbound", "missing_from_inbound_clawback", "reversal_reimbursement",
      "compensated_clawback", "removal_order_lost", "removal_order_damaged",
      "multichannel_order_lost", "multichannel_order_late", "cs_error_items",
      "cs_error_non_itemized", "creturn_wrong_item", "incorrect_fees_items",
      "incorrect_fees_non_itemized", "free_replacement_refund_items",
      "cli_planned_fee_reimbursement", "safetreimbursement", "safe-treimbursement",
      "a2zguaranteerecovery", "chargebackrecovery", "buyerrecharge", "safe-t reimbursement",
      "mcf preferred pricing seller credit", "amazon shipping reimbursement")
      then "reimbursement"
    else if lower(row.amount_description) in (
      "commission", "refundcommission", "shippinghb", "giftwrapcommission",
      "variableclosingfee", "fixedclosingfee", "peritemfee", "referralfee",
      "returnreferralfee", "commissioncorrection", "salestaxservicefee",
      "salestaxcollectionfee", "digitalservicesfee", "digitalservicesfeefba") then "referral"
    else if lower(row.amount_description) in (
      "fbaperunitfulfillmentfee", "fbaperorderfulfillmentfee", "fbaweightbasedfee",
      "fbapickandpackfee", "fbaweighthandlingfee", "fbaorderhandlingfee",
      "fbadeliveryservicesfee", "fbatransportationfee", "fulfillmentfee",
      "fulfillmentnetworkfee", "unitfulfillmentfee", "transportationfee",
      "ssoffulfillmentfee", "fbafulfillmentcodfee", "fbaoversizesurcharge",
      "fbalowinventorylevelfee", "fba transportation fee",
      "fba inventory fee - lowinventorylevel",
      "multi-channel fulfillment brand-neutral box fee") then "fba_fulfilment"
    else if lower(row.amount_description) in (
      "fbainboundconveniencefee", "fba inbound placement service fee",
      "inventoryplacementservicefee", "fbainboundtransportationfee",
      "fba amazon-partnered carrier shipment fee", "inbound transportation fee",
      "fbainboundtransportationprogramfee", "freshinboundtransportationfee",
      "fbainbounddefectfee", "inbound defect fee", "inbound defect fee - unplanned service",
      "unplanned service charge - deleted/abandoned shipments", "labelingfee",
      "labelingprepfee", "polybaggingfee", "opaquebaggingfee", "bubblewrapfee", "tapingfee",
      "fba international freight shipping charge",
      "fba international freight duties and taxes charge", "awd processing fee",
      "awd transportation fee") then "fba_inbound"
    else if lower(row.amount_description) in (
      "storage fee", "fbastoragefee", "fbainventorystorageoveragefee", "fbastorageoveragefee",
      "fbaoveragefee", "fbaextralargestoragefee", "fba storage fee",
      "fba inventory storage fee", "awd storage fee") then "storage"
    else if lower(row.amount_description) in (
      "storagerenewalbilling", "fbalongtermstoragefee", "fbaagedinventorysurcharge",
      "fba long-term storage fee", "fba long term storage fee") then "aged_inventory"
    # Two names that differ in their case alone.
    else if row.amount_description = "feeAmount" then "promotion_fee"
    else if lower(row.amount_description) in (
      "removalcomplete", "disposalcomplete", "fbaremovalfee", "fbadisposalfee",
      "fbaremovalorderadjustment", "feeamount", "liquidationsfee",
      "fba removal order: return fee", "fba removal order: disposal fee",
      "grade and resell charge", "grade and resell fees", "liquidations fees") then "removal"
    else if lower(row.amount_description) in (
      "fbacustomerreturnperunitfee", "fbacustomerreturnperorderfee",
      "fbacustomerreturnweightbasedfee", "customerreturnhrrunitfee", "returnpostagebilling",
      "returnpostagebilling_postage", "returnpostagebilling_tracking",
      "returnpostagebilling_transactionfee", "returnpostagebilling_fuelsurcharge",
      "returnpostagebilling_oversizesurcharge", "returnpostagebilling_deliveryareasurcharge",
      "returnpostage") then "return_processing"
    else if lower(row.amount_description) in (
      "shipping label purchase", "shipping label purchased through amazon",
      "shipping label refunded through amazon", "shippingservices", "shippingservicesrefund",
      "mfnpostagefee", "postagebillingadjustment", "carrier shipping label adjustments",
      "amazon shipping charges", "amazon shipping charge adjustments") then "shipping_cost"
    else if lower(row.amount_description) in (
      "lightningdealfee", "lightning deal fee", "dealparticipationfee", "dealperformancefee",
      "deal performance based fee", "couponredemptionfee", "couponclipfee",
      "couponparticipationfee", "couponperformancefee", "coupon performance based fee",
      "primeexclusivediscountfee", "subscribeandsaveperformancefee", "vinefee",
      "vine enrollment fee", "sellerreviewenrollmentpayment", "review enrollment fee")
      then "promotion_fee"
    else if lower(row.amount_description) in (
      "transactiontotalamount", "cost of advertising", "costofadvertising",
      "advertisingcostofsales", "refund for advertiser", "basevalue", "taxvalue")
      then "advertising"
    else if lower(row.amount_description) in (
      "subscription fee", "subscription") then "subscription"
    else if lower(row.amount_description) in (
      "highvolumelistingfee", "manualprocessingfee", "getpaidfasterfee", "paymentmethodfee",
      "ordercancellationcharge", "imagingservicesfee", "regulatoryfee", "renewedprogramfee",
      "textbookrentalservicefee", "textbookrentalextensionfee", "textbookrentalbuyoutfee",
      "penalty charges") then "other_fee"
    else if lower(row.amount_description) in (
      "adjustment", "balanceadjustment", "miscadjustment", "item fee adjustment",
      "itemfeeadjustment", "fee adjustment", "overpaid fees adjustment",
      "nonsubscriptionfeeadj", "non-subscription fee adjustment") then "adjustment"
    else if lower(row.amount_description) in (
      "current reserve amount", "previous reserve amount balance", "reservedebit",
      "reservecredit") then "reserve"
    else if lower(row.amount_description) in (
      "transfer", "payable to amazon", "successful charge", "micro deposit",
      "faileddisbursement", "disbursementcorrection", "failed transfers to bank account",
      "charges to credit card and other debt recovery", "debt adjustment",
      "amazon capital services") then "transfer"
    else if row.amount_description like "FBA Inventory Reimbursement*"
      then "reimbursement"
    else if row.amount_description like "FBA Customer Return*" then "return_processing"
    else if row.amount_description like "PostageBilling*" then "shipping_cost"
    else if row.amount_description like "Deals-*"
      or row.amount_description like "Lightning Deal-*"
      or row.amount_description like "Price Discount*"
      or row.amount_description like "Coupon*" then "promotion_fee"
    # TikTok Shop, Shopee, Lazada
    else if lower(row.amount_description) in (
      "shipping cost paid by the customer") then "shipping_income"
    else if lower(row.amount_description) in (
      "tiktok shop commission fee", "flat fee", "sales fee", "mall service fee",
      "payment fee", "dynamic commission", "paylater program fee", "affiliate commission",
      "affiliate partner commission", "affiliate shop ads commission",
      "tap shop ads commission", "sfp service fee", "live specials service fee",
      "voucher xtra service fee", "eams program service fee",
      "brand crazy deals/flash sale service fee", "bonus cashback service fee",
      "pre-order service fee", "fix infrastructure fee", "platform commission adjustment",
      "platform commission compensation", "transaction fee adjustment", "ams commission",
      "commission fee", "service fee", "order processing fee", "transaction fee",
      "free shipping max fee", "sponsored affiliate fee") then "referral"
    else if lower(row.amount_description) in ("dt handling fee") then "fba_fulfilment"
    else if lower(row.amount_description) in ("warehouse service fee") then "storage"
    else if lower(row.amount_description) in (
      "shipping costs passed on to the logistics provider",
      "shipping cost borne by the platform", "shipping cost subsidy",
      "replacement shipping fee", "exchange shipping fee", "shipping fee adjustment",
      "shipping fee rebate", "sample shipping fee", "shipping discount of the carrier",
      "free shipping from shopee", "shipping fee passed on to the carrier",
      "shipping fee refund", "shipping saver fee", "insurance premium", "shipping adjustment")
      then "shipping_cost"
    else if lower(row.amount_description) in (
      "return shipping costs", "return shipping fee", "return to sender shipping fee")
      then "return_processing"
    else if lower(row.amount_description) in (
      "campaign fee", "campaign package", "additional campaign package",
      "lazcoins promotion fee") then "promotion_fee"
    else if lower(row.amount_description) in (
      "top up for ads from settled balances", "gmv payment for promote",
      "gmv payment for tiktok ads") then "advertising"
    else if lower(row.amount_description) in (
      "logistics reimbursement", "platform reimbursement", "platform compensation",
      "customer service compensation", "shipping fee compensation",
      "shipping insurance compensation", "return compensation", "logistics compensation")
      then "reimbursement"
    else if lower(row.amount_description) in (
      "platform penalty", "deductions incurred by seller") then "other_fee"
    else if lower(row.amount_description) in ("chargeback") then "product_refund"
    else if lower(row.amount_description) in (
      "promotion adjustment") then "promo_rebate"
    else if lower(row.amount_description) in ("other adjustment") then "adjustment"
    else if lower(row.amount_description) in (
      "import duty and taxes") then "tax_withheld"
    else if lower(row.amount_type) in (
      "shipmentfees", "orderfees") then "fba_fulfilment"
    else "unmapped"

    """#
}
