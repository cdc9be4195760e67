// The fee taxonomy: what each amount of a settlement or a transaction report is, in the language.

extension ShippedText {
  static let fees = ShippedText(
    name: "fees.kepi",
    text: #"""
      # ---- what fees are --------------------------------------------------------------------------

      ## What an amount of a settlement or a transaction report is: sales, a sort of fee, a tax, a
      ## movement of cash. What no rule knows is `unmapped`: `show unmapped` lists it.
      dimension fee_group =
        if settlement.platform = "shopify" then (
          if settlement.amount_type = "Fee" then "referral"
          else if settlement.transaction_type = "charge" then "product_sales"
          else if settlement.transaction_type in ("refund", "refund_failure", "chargeback",
            "dispute", "chargeback won", "dispute_reversal") then "product_refund"
          else if settlement.transaction_type like "payout*"
            or settlement.transaction_type like "transfer*" then "transfer"
          else if settlement.transaction_type like "reserve*" then "reserve"
          else if settlement.transaction_type like "adjustment*" then "adjustment"
          else "unmapped")
        else if settlement.platform = "walmart" then (
          if settlement.amount_type like "* withheld" then "tax_withheld"
          else if settlement.amount_type like "* tax" then "tax_collected"
          else if settlement.amount_type like "Commission*" then "referral"
          else if settlement.amount_type = "Product Price" then (
            if settlement.transaction_type in ("Refund", "Return") then "product_refund"
            else if settlement.transaction_type = "Sale" then "product_sales"
            else "unmapped")
          else if settlement.amount_type = "Shipping" then "shipping_income"
          else if settlement.description like "*Shipping Label*" then "shipping_cost"
          else if settlement.description like "WFS*Return*"
            or settlement.description like "*Return Shipping*" then "return_processing"
          else if settlement.description like "WFS*Storage*" then "storage"
          else if settlement.description like "WFS*Fulfillment*" then "fba_fulfilment"
          else if settlement.description like "WFS*Inbound*"
            or settlement.description like "WFS*Prep*" then "fba_inbound"
          else if settlement.description like "WFS*Removal*"
            or settlement.description like "WFS*Disposal*" then "removal"
          else if settlement.description like "WFS*Lost*"
            or settlement.description like "WFS*Damage*"
            or settlement.description like "WFS*Found*" then "reimbursement"
          else if settlement.description like "*Walmart Connect*"
            or settlement.description like "*Advertising*" then "advertising"
          else "unmapped")
        else if settlement.platform = "ebay" then (
          if settlement.transaction_type in ("Payout", "Transfer") then "transfer"
          else if settlement.transaction_type = "Hold" then "reserve"
          else if settlement.amount_type = "Fee" then "referral"
          else if settlement.amount_type = "Charity" then "other_fee"
          else if settlement.transaction_type = "Order" then "product_sales"
          else if settlement.transaction_type in ("Refund", "Claim", "Payment dispute")
            then "product_refund"
          else if settlement.transaction_type = "Shipping label" then "shipping_cost"
          else if settlement.transaction_type = "Adjustment" then "adjustment"
          else if settlement.description like "Ad Fee*"
            or settlement.description like "*Promoted*" then "advertising"
          else if settlement.description like "*subscription*" then "subscription"
          else if settlement.description like "*insertion fee*" then "other_fee"
          else "unmapped")
        else if settlement.amount_description = "Principal" then (
          if settlement.amount_type = "Promotion" then "promo_rebate"
          else if settlement.transaction_type in ("Refund", "A-to-z Guarantee Refund",
            "Chargeback Refund") then "product_refund"
          else if settlement.transaction_type like "Liquidations*" then "liquidation"
          else "product_sales")
        else if settlement.amount_type = "ItemWithheldTax"
          or settlement.transaction_type in ("Order_Retrocharge", "Refund_Retrocharge")
          then "tax_withheld"
        else if settlement.transaction_type = "ServiceFee"
          and settlement.amount_description = "TaxAmount" then "advertising"
        else if settlement.amount_type in ("FBA Inventory Reimbursement") then "reimbursement"
        else if settlement.amount_description in (
          "Tax", "ShippingTax", "GiftWrapTax", "GiftwrapTax", "PrincipalTax", "ShippingChargeTax",
          "TaxDiscount", "PromotionDiscountTax", "ShippingDiscountTax", "CODItemTaxCharge",
          "CODOrderTaxCharge", "CODShippingTaxCharge", "TaxAmount", "TaxAmountAdjustment",
          "BaseTax") then "tax_collected"
        else if settlement.amount_description in (
          "MarketplaceFacilitatorTax-Principal", "MarketplaceFacilitatorTax-Shipping",
          "MarketplaceFacilitatorTax-Giftwrap", "MarketplaceFacilitatorTax-Other",
          "MarketplaceFacilitatorTax-RestockingFee", "MarketplaceFacilitatorVAT-Principal",
          "MarketplaceFacilitatorVAT-Shipping", "MarketplaceFacilitatorVAT-Giftwrap",
          "MarketplaceFacilitatorVAT-Other", "LowValueGoodsTax-Principal",
          "LowValueGoodsTax-Shipping", "TCS-CGST", "TCS-SGST", "TCS-IGST", "TCSCGSTFee",
          "TCSSGSTFee", "TCSIGSTFee", "DisposalCompleteCGST", "DisposalCompleteSGST",
          "TaxWithheld", "TaxWithheldAdjustment", "MarketplaceWithheldTax", "Income Tax Charged",
          "Commingling VAT", "Product VAT adjustment") then "tax_withheld"
        else if settlement.amount_description in (
          "Goodwill", "Concession", "RestockingFee", "GenericDeduction") then "product_refund"
        else if settlement.amount_description in (
          "PromotionDiscount", "Discount", "CostOfPointsGranted", "CostOfPointsReturned",
          "PointsFee") then "promo_rebate"
        else if settlement.amount_description in (
          "Shipping", "ShippingCharge", "ShippingDiscount", "ShippingChargeback", "ReturnShipping",
          "FreeReplacementReturnShipping", "ExportCharge", "CODItemCharge", "CODOrderCharge",
          "CODShippingCharge") then "shipping_income"
        else if settlement.amount_description in (
          "GiftWrap", "Giftwrap", "GiftWrapCharge", "GiftwrapChargeback") then "giftwrap_income"
        else if settlement.amount_description in (
          "Liquidations", "Liquidations Adjustments", "LiquidationsProceeds",
          "LiquidationsRevenueAdjustment", "Revenue", "RevenueAdjustment") then "liquidation"
        else if settlement.amount_description in (
          "WAREHOUSE_DAMAGE", "WAREHOUSE_DAMAGE_EXCEPTION", "WAREHOUSE_LOST",
          "MISSING_FROM_INBOUND", "MISSING_FROM_INBOUND_CLAWBACK", "REVERSAL_REIMBURSEMENT",
          "COMPENSATED_CLAWBACK", "REMOVAL_ORDER_LOST", "REMOVAL_ORDER_DAMAGED",
          "MULTICHANNEL_ORDER_LOST", "MULTICHANNEL_ORDER_LATE", "CS_ERROR_ITEMS",
          "CS_ERROR_NON_ITEMIZED", "CRETURN_WRONG_ITEM", "INCORRECT_FEES_ITEMS",
          "INCORRECT_FEES_NON_ITEMIZED", "FREE_REPLACEMENT_REFUND_ITEMS",
          "CLI_PLANNED_FEE_REIMBURSEMENT", "SAFETReimbursement", "SAFE-TReimbursement",
          "A2ZGuaranteeRecovery", "ChargeBackRecovery", "BuyerRecharge", "SAFE-T reimbursement",
          "MCF Preferred Pricing Seller Credit", "Amazon Shipping Reimbursement") then "reimbursement"
        else if settlement.amount_description in (
          "Commission", "RefundCommission", "ShippingHB", "GiftwrapCommission",
          "VariableClosingFee", "FixedClosingFee", "PerItemFee", "ReferralFee",
          "ReturnReferralFee", "CommissionCorrection", "SalesTaxServiceFee",
          "SalesTaxCollectionFee", "DigitalServicesFee", "DigitalServicesFeeFBA") then "referral"
        else if settlement.amount_description in (
          "FBAPerUnitFulfillmentFee", "FBAPerOrderFulfillmentFee", "FBAWeightBasedFee",
          "FBAPickAndPackFee", "FBAWeightHandlingFee", "FBAOrderHandlingFee",
          "FBADeliveryServicesFee", "FBATransportationFee", "FulfillmentFee",
          "FulfillmentNetworkFee", "UnitFulfillmentFee", "TransportationFee", "SSOFFulfillmentFee",
          "FBAFulfillmentCODFee", "FBAOverSizeSurcharge", "FBALowInventoryLevelFee",
          "FBA transportation fee", "FBA Inventory Fee - LowInventoryLevel",
          "Multi-Channel Fulfillment Brand-Neutral Box Fee") then "fba_fulfilment"
        else if settlement.amount_description in (
          "FBAInboundConvenienceFee", "FBA Inbound Placement Service Fee",
          "InventoryPlacementServiceFee", "FBAInboundTransportationFee",
          "FBA Amazon-Partnered Carrier Shipment Fee", "Inbound Transportation Fee",
          "FBAInboundTransportationProgramFee", "FreshInboundTransportationFee",
          "FBAInboundDefectFee", "Inbound Defect Fee", "Inbound Defect Fee - Unplanned Service",
          "Unplanned Service Charge - Deleted/Abandoned Shipments", "LabelingFee",
          "LabelingPrepFee", "PolybaggingFee", "OpaqueBaggingFee", "BubblewrapFee", "TapingFee",
          "FBA International Freight Shipping Charge",
          "FBA International Freight Duties and Taxes Charge", "AWD Processing Fee",
          "AWD Transportation Fee") then "fba_inbound"
        else if settlement.amount_description in (
          "Storage Fee", "FBAStorageFee", "FBAInventoryStorageOverageFee", "FBAStorageOverageFee",
          "FBAOverageFee", "FBAExtraLargeStorageFee", "FBA storage fee",
          "FBA Inventory Storage Fee", "AWD Storage Fee") then "storage"
        else if settlement.amount_description in (
          "StorageRenewalBilling", "FBALongTermStorageFee", "FBAAgedInventorySurcharge",
          "FBA Long-Term Storage Fee", "FBA Long Term Storage Fee") then "aged_inventory"
        else if settlement.amount_description in (
          "RemovalComplete", "DisposalComplete", "FBARemovalFee", "FBADisposalFee",
          "FBARemovalOrderAdjustment", "FeeAmount", "LiquidationsFee",
          "FBA Removal Order: Return Fee", "FBA Removal Order: Disposal Fee",
          "Grade and Resell Charge", "Grade and Resell Fees", "Liquidations fees") then "removal"
        else if settlement.amount_description in (
          "FBACustomerReturnPerUnitFee", "FBACustomerReturnPerOrderFee",
          "FBACustomerReturnWeightBasedFee", "CustomerReturnHRRUnitFee", "ReturnPostageBilling",
          "ReturnPostageBilling_Postage", "ReturnPostageBilling_Tracking",
          "ReturnPostageBilling_TransactionFee", "ReturnPostageBilling_FuelSurcharge",
          "ReturnPostageBilling_OversizeSurcharge", "ReturnPostageBilling_DeliveryAreaSurcharge",
          "ReturnPostage") then "return_processing"
        else if settlement.amount_description in (
          "Shipping label purchase", "Shipping Label Purchased through Amazon",
          "Shipping Label Refunded through Amazon", "ShippingServices", "ShippingServicesRefund",
          "MFNPostageFee", "PostageBillingAdjustment", "Carrier shipping label adjustments",
          "Amazon Shipping Charges", "Amazon Shipping Charge Adjustments") then "shipping_cost"
        else if settlement.amount_description in (
          "LightningDealFee", "Lightning Deal Fee", "DealParticipationFee", "DealPerformanceFee",
          "Deal Performance Based Fee", "CouponRedemptionFee", "CouponClipFee",
          "CouponParticipationFee", "CouponPerformanceFee", "Coupon Performance Based Fee",
          "PrimeExclusiveDiscountFee", "SubscribeAndSavePerformanceFee", "VineFee", "feeAmount",
          "Vine Enrollment Fee", "SellerReviewEnrollmentPayment", "Review Enrollment Fee") then "promotion_fee"
        else if settlement.amount_description in (
          "TransactionTotalAmount", "Cost of Advertising", "CostOfAdvertising",
          "AdvertisingCostOfSales", "Refund for Advertiser", "baseValue", "taxValue") then "advertising"
        else if settlement.amount_description in (
          "Subscription Fee", "Subscription") then "subscription"
        else if settlement.amount_description in (
          "HighVolumeListingFee", "ManualProcessingFee", "GetPaidFasterFee", "PaymentMethodFee",
          "OrderCancellationCharge", "ImagingServicesFee", "RegulatoryFee", "RenewedProgramFee",
          "TextbookRentalServiceFee", "TextbookRentalExtensionFee", "TextbookRentalBuyoutFee",
          "Penalty Charges") then "other_fee"
        else if settlement.amount_description in (
          "Adjustment", "BalanceAdjustment", "MiscAdjustment", "Item Fee Adjustment",
          "ItemFeeAdjustment", "Fee Adjustment", "Overpaid Fees Adjustment",
          "NonSubscriptionFeeAdj", "Non-subscription Fee Adjustment") then "adjustment"
        else if settlement.amount_description in (
          "Current Reserve Amount", "Previous Reserve Amount Balance", "ReserveDebit",
          "ReserveCredit") then "reserve"
        else if settlement.amount_description in (
          "Transfer", "Payable to Amazon", "Successful charge", "Micro Deposit",
          "FailedDisbursement", "DisbursementCorrection", "Failed transfers to bank account",
          "Charges to credit card and other debt recovery", "Debt Adjustment",
          "Amazon Capital Services") then "transfer"
        else if settlement.amount_description like "FBA Inventory Reimbursement*"
          then "reimbursement"
        else if settlement.amount_description like "FBA Customer Return*" then "return_processing"
        else if settlement.amount_description like "PostageBilling*" then "shipping_cost"
        else if settlement.amount_description like "Deals-*"
          or settlement.amount_description like "Lightning Deal-*"
          or settlement.amount_description like "Price Discount*"
          or settlement.amount_description like "Coupon*" then "promotion_fee"
        # TikTok Shop, Shopee, Lazada
        else if settlement.amount_description in (
          "Shipping cost paid by the customer") then "shipping_income"
        else if settlement.amount_description in (
          "TikTok Shop commission fee", "Flat fee", "Sales fee", "Mall service fee", "Payment fee",
          "Dynamic Commission", "PayLater program fee", "Affiliate commission",
          "Affiliate partner commission", "Affiliate Shop Ads commission",
          "TAP Shop Ads commission", "SFP service fee", "LIVE Specials Service Fee",
          "Voucher Xtra Service Fee", "EAMS Program service fee",
          "Brand Crazy Deals/Flash Sale service fee", "Bonus cashback service fee",
          "Pre-Order Service Fee", "Fix Infrastructure Fee", "Platform commission adjustment",
          "Platform commission compensation", "Transaction fee adjustment", "AMS commission",
          "Commission fee", "Service fee", "Order processing fee", "Transaction fee",
          "Free Shipping Max fee", "Sponsored affiliate fee") then "referral"
        else if settlement.amount_description in ("DT Handling Fee") then "fba_fulfilment"
        else if settlement.amount_description in ("Warehouse service fee") then "storage"
        else if settlement.amount_description in (
          "Shipping costs passed on to the logistics provider",
          "Shipping cost borne by the platform", "Shipping cost subsidy",
          "Replacement shipping fee", "Exchange shipping fee", "Shipping fee adjustment",
          "Shipping fee rebate", "Sample shipping fee", "Shipping discount of the carrier",
          "Free shipping from Shopee", "Shipping fee passed on to the carrier",
          "Shipping fee refund", "Shipping saver fee", "Insurance premium",
          "Shipping adjustment") then "shipping_cost"
        else if settlement.amount_description in (
          "Return shipping costs", "Return shipping fee",
          "Return to sender shipping fee") then "return_processing"
        else if settlement.amount_description in (
          "Campaign fee", "Campaign Package", "Additional Campaign Package",
          "LazCoins promotion fee") then "promotion_fee"
        else if settlement.amount_description in (
          "Top up for ads from settled balances", "GMV Payment for Promote",
          "GMV Payment for TikTok Ads") then "advertising"
        else if settlement.amount_description in (
          "Logistics reimbursement", "Platform reimbursement", "Platform compensation",
          "Customer service compensation", "Shipping fee compensation",
          "Shipping insurance compensation", "Return compensation",
          "Logistics compensation") then "reimbursement"
        else if settlement.amount_description in (
          "Platform penalty", "Deductions incurred by seller") then "other_fee"
        else if settlement.amount_description in ("Chargeback") then "product_refund"
        else if settlement.amount_description in ("Promotion adjustment") then "promo_rebate"
        else if settlement.amount_description in ("Other adjustment") then "adjustment"
        else if settlement.amount_description in ("Import duty and taxes") then "tax_withheld"
        else if settlement.amount_type in ("ShipmentFees", "OrderFees") then "fba_fulfilment"
        else "unmapped",
        if transactions.transaction_type in ("Order_Retrocharge", "Refund_Retrocharge")
          then "tax_withheld"
        else if transactions.amount_description in ("product sales tax", "shipping credits tax",
          "gift wrap credits tax", "promotional rebates tax", "sales tax collected",
          "tax on regulatory fee") then "tax_collected"
        else if transactions.amount_description = "regulatory fee" then "other_fee"
        else if transactions.amount_description in ("marketplace withheld tax", "TCS-CGST",
          "TCS-SGST", "TCS-IGST", "TDS") then "tax_withheld"
        else if transactions.transaction_type in ("Transfer", "Debt") then "transfer"
        else if transactions.amount_description in ("promotional rebates", "points cost")
          then "promo_rebate"
        else if transactions.amount_description = "shipping credits" then "shipping_income"
        else if transactions.amount_description = "gift wrap credits" then "giftwrap_income"
        else if transactions.transaction_type like "Liquidations*" then (
          if transactions.amount_description = "product sales" then "liquidation" else "removal")
        else if transactions.amount_description = "product sales" then (
          if transactions.transaction_type = "Order" then "product_sales"
          else if transactions.transaction_type in ("Refund", "A-to-z Guarantee Claim",
            "Chargeback Refund") then "product_refund"
          else "unmapped")
        else if transactions.description like "FBA Customer Return*"
          or transactions.transaction_type like "FBA Customer Return*" then "return_processing"
        else if transactions.amount_description = "selling fees" then "referral"
        else if transactions.amount_description = "fba fees" then "fba_fulfilment"
        else if transactions.transaction_type in ("Order", "Refund", "Chargeback Refund") then (
          if transactions.amount_description = "other transaction fees" then "referral"
          else "adjustment")
        else if transactions.transaction_type = "A-to-z Guarantee Claim" then "product_refund"
        else if transactions.description in ("Cost of Advertising", "Refund for Advertiser")
          then "advertising"
        else if transactions.description = "Subscription" then "subscription"
        else if transactions.description in ("FBA storage fee", "AWD Storage Fee") then "storage"
        else if transactions.description like "FBA Long*Term Storage Fee" then "aged_inventory"
        else if transactions.description like "FBA Removal Order*"
          or transactions.description like "Grade and Resell*" then "removal"
        else if transactions.description in ("FBA Inbound Placement Service Fee",
          "FBA Inventory Placement Service Fee", "FBA Amazon-Partnered Carrier Shipment Fee",
          "AWD Processing Fee", "AWD Transportation Fee")
          or transactions.description like "Inbound Defect Fee*"
          or transactions.description like "Unplanned Service Charge*"
          or transactions.description like "FBA International Freight*" then "fba_inbound"
        else if transactions.transaction_type like "SAFE-T*"
          or transactions.description like "*Inventory Reimbursement*"
          or transactions.description in ("MCF Preferred Pricing Seller Credit",
            "Amazon Shipping Reimbursement") then "reimbursement"
        else if transactions.description like "Coupon*" or transactions.description like "クーポン*"
          or transactions.description like "Lightning Deal*"
          or transactions.description like "Deal*" or transactions.description like "Price Discount*"
          or transactions.description like "秒杀-*" or transactions.description like "促销-*"
          or transactions.description in ("Vine Enrollment Fee", "Review Enrollment Fee")
          or transactions.transaction_type = "Deal Fee" then "promotion_fee"
        else if transactions.transaction_type = "Shipping Services"
          or transactions.description like "Shipping Label*"
          or transactions.description like "*shipping label adjustments"
          or transactions.description like "Amazon Shipping Charge*"
          or transactions.description like "PostageBilling*" then "shipping_cost"
        else if transactions.description = "High Volume Listing Fee"
          or transactions.description = "Penalty Charges" then "other_fee"
        else if transactions.transaction_type in ("Adjustment", "Fee Adjustment")
          then "adjustment"
        else "unmapped" {
        label: "Fee group", zh "费用类别"
      }

      ## The name of a charge as the report has it: of transactions the description, where there is
      ## one.
      dimension charge =
        if settlement.amount_type in ("Fee/Reimbursement", "Gross")
          and not settlement.description is missing then settlement.description
        else settlement.amount_description,
        if transactions.description is missing then transactions.amount_description
        else transactions.description {
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
}
