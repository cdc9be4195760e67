// Export kinds of Lazada and Ozon.

extension ShippedText {
  static let lazada = ShippedText(
    name: "lazada.kepi",
    text: #"""
      ## One row for each fee of an item of an order, and one for its price. Names of fees that are
      ## known are put into English; `description` has them as they are. The amounts contain the
      ## value-added tax of the fees. Reports of a day and of a week overlap; equal rows of an item
      ## replace each other.
      kind lazada_income {
        label: "Lazada income overview (Indonesia)", zh "Lazada 收入概览（印尼）"
        platform: "lazada"
        source: settlement
        column settlement_id: text from "Nomor Laporan"
        column day: day from "Tanggal Transaksi"
        column deposit_day: day from "Tanggal Dilepas"
        column order_day: day from "Tanggal Pesanan Dibuat"
        column order_id: text from "Nomor Pesanan"
        column order_item_id: text from "ID Pesanan"
        column order_status: text from "Status Pesanan"
        column transaction_status: text from "Status Pelepasan Dana"
        column site: site always "ID"
        column sku: text from "SKU Penjual"
        column item_id: text from "Lazada SKU"
        column title: text from "Nama Produk"
        column transaction_type: text from "Nama Biaya"
        column amount_type: text from "Nama Biaya"
        column amount_description: text from "Nama Biaya"
        column description: text from "Nama Biaya"
        column amount: money in currency from "Jumlah (Termasuk Pajak)"
        column vat_amount: money in currency from "VAT Amount"
        column wht_amount: money in currency from "WHT Amount"
        word: transaction_type "Refund" from "Pengembalian*"
        word: transaction_type "Order" from "*"
        word: amount_type "ItemPrice" from "Omset Penjualan", "Pengembalian Omset Penjualan"
        word: amount_type "Promotion" from "Diskon LazKoin"
        word: amount_type "ItemFees" from "*"
        word: amount_description "Principal" from "Omset Penjualan",
          "Pengembalian Omset Penjualan", "Diskon LazKoin"
        word: amount_description "Commission" from "Komisi"
        word: amount_description "Payment fee" from "Biaya Transaksi"
        word: amount_description "Order processing fee" from "Order Processing Fee"
        word: amount_description "Free Shipping Max fee" from "Biaya Free Shipping Max"
        word: amount_description "LazCoins promotion fee" from "Biaya Promosi Diskon LazKoin"
        word: amount_description "Sponsored affiliate fee" from "Biaya Afiliasi Bersponsor"
        needs: settlement_id, day, order_item_id, amount_description, amount
        replaces: rows by day, order_item_id, description, ordinal
        private: "Komentar"
        ignored: "Periode Laporan", "WHT termasuk dalam jumlah"
      }

      ## One row for each product of a parcel. The value of a parcel repeats on its rows and counts
      ## once. Days are those of UTC.
      kind ozon_orders {
        label: "Ozon orders (Chinese)", zh "Ozon 订单导出"
        platform: "ozon"
        source: order_lines
        decimal: comma
        column order_id: text from "订单号"
        column shipment_id: text from "发货号码"
        column day: day from "正在处理中"
        column order_status: text from "状态"
        column item_id: text from "SKU"
        column units: count from "数量"
        column currency: currency from "商品的货币代码"
        column item_price: money in currency from "您的价格", times "数量"
        column shipment_currency: currency from "货件的货币代码"
        column shipment_total: money in shipment_currency from "发货的金额"
        word: order_status "Cancelled" from "已取消*"
        word: order_status "Completed" from "已送达*", "已签收*"
        word: order_status "Shipped" from "运输中*", "配送中*"
        word: order_status "To ship" from "等待发运*", "等待备货*", "待发货*"
        once: shipment_total by shipment_id
        needs: order_id, shipment_id, day, order_status, units, item_price
        replaces: rows by shipment_id, item_id, ordinal
        uncertain: "Only some columns of such files are known, and whether a price is that of one unit is not; compare an order of several units.",
          zh "只知道部分列，且不确定价格是否为单价；请用一笔多件的订单核对"
      }
      """#)
}
