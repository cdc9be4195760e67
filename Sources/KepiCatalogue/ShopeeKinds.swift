// Export kinds of Shopee: orders in three languages, income with its sheets, ads.

extension ShippedText {
  static let shopee = ShippedText(
    name: "shopee.kepi",
    text: #"""
      ## One row for each variation of a product in an order. `item_price` is what the line sold for,
      ## with what Shopee paid of it; `item_discount` are the seller's vouchers and bundles. They and
      ## the postage are given for the whole order and spread over its lines; `order_total` stands on
      ## its first row. Tax is in the prices, and no column says how much. A dot groups digits:
      ## 195.012 are 195 thousand rupiah. Days are those of the shop. A later file replaces an order
      ## as a whole.
      kind shopee_orders_id {
        label: "Shopee orders (Indonesia)", zh "Shopee 订单导出（印尼）"
        platform: "shopee"
        source: order_lines
        decimal: comma
        column order_id: text from "No. Pesanan"
        column day: instant from "Waktu Pesanan Dibuat"
        column paid_day: instant from "Waktu Pembayaran Dilakukan"
        column fulfilled_day: instant from "Waktu Pengiriman Diatur"
        column completed_day: instant from "Waktu Pesanan Selesai"
        column order_status: text from "Status Pesanan"
        column item_status: text from "Status Pembatalan/ Pengembalian"
        column service_level: text from "Opsi Pengiriman"
        column payment_method: text from "Metode Pembayaran"
        column warehouse: text from "Nama Gudang"
        column site: site always "ID"
        column ship_country: text always "ID"
        column parent_sku: text from "SKU Induk"
        column sku: text from "Nomor Referensi SKU"
        column title: text from "Nama Produk"
        column variation: text from "Nama Variasi"
        column units: count from "Jumlah"
        column returned_units: count from "Returned quantity"
        column item_price: money in currency from "Total Harga Produk", plus "Diskon Dari Shopee"
        column list_amount: money in currency from "Total Harga Produk", plus "Total Diskon"
        column seller_discount: money in currency from "Diskon Dari Penjual"
        column platform_discount: money in currency from "Diskon Dari Shopee"
        column item_discount: money in currency from "Voucher Ditanggung Penjual",
          plus "Paket Diskon (Diskon dari Penjual)", plus "Cashback Koin"
        column shipping_price: money in currency from "Ongkos Kirim Dibayar oleh Pembeli"
        column order_total: money in currency from "Total Pembayaran"
        word: order_status "Cancelled" from "Batal*", "Dibatalkan*"
        word: order_status "Completed" from "Selesai"
        word: order_status "Delivered" from "Pesanan diterima*", "Telah diterima*"
        word: order_status "Shipped" from "Sedang Dikirim*", "Telah Dikirim*", "Dikirim*"
        word: order_status "To ship" from "Perlu Dikirim*"
        word: order_status "Unpaid" from "Belum Bayar*"
        once: item_discount, shipping_price, order_total by order_id
        shared: item_discount, shipping_price by item_price within order_id
        needs: order_id, day, order_status, units, item_price
        replaces: whole order_id
        private: "No. Resi", "Catatan dari Pembeli", "Catatan", "Username (Pembeli)",
          "Nama Penerima", "No. Telepon", "Alamat Pengiriman", "Kota/Kabupaten", "Provinsi"
        ignored: "Antar ke counter/ pick-up",
          "Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)", "Harga Awal",
          "Harga Setelah Diskon", "Berat Produk", "Jumlah Produk di Pesan", "Total Berat",
          "Voucher Ditanggung Shopee", "Paket Diskon", "Paket Diskon (Diskon dari Shopee)",
          "Potongan Koin Shopee", "Diskon Kartu Kredit", "Estimasi Potongan Biaya Pengiriman",
          "Ongkos Kirim Pengembalian Barang", "Perkiraan Ongkos Kirim"
      }

      ## As the Indonesian list, in Vietnamese. Here a dot is decimal: 73000.00 dong.
      kind shopee_orders_vn {
        label: "Shopee orders (Vietnam)", zh "Shopee 订单导出（越南）"
        platform: "shopee"
        source: order_lines
        decimal: dot
        column order_id: text from "Mã đơn hàng"
        column day: instant from "Ngày đặt hàng"
        column paid_day: instant from "Thời gian đơn hàng được thanh toán"
        column fulfilled_day: instant from "Ngày gửi hàng"
        column delivered_day: instant from "Thời gian giao hàng"
        column completed_day: instant from "Thời gian hoàn thành đơn hàng"
        column order_status: text from "Trạng Thái Đơn Hàng"
        column item_status: text from "Trạng thái Trả hàng/Hoàn tiền"
        column service_level: text from "Đơn Vị Vận Chuyển"
        column payment_method: text from "Phương thức thanh toán"
        column warehouse: text from "Warehouse name"
        column site: site from "Quốc gia", always "VN"
        column ship_country: text from "Quốc gia", always "VN"
        column parent_sku: text from "SKU sản phẩm"
        column sku: text from "SKU phân loại hàng"
        column title: text from "Tên sản phẩm"
        column variation: text from "Tên phân loại hàng"
        column units: count from "Số lượng"
        column returned_units: count from "Returned quantity"
        column item_price: money in currency from "Tổng giá bán (sản phẩm)",
          plus "Được Shopee trợ giá"
        column list_amount: money in currency from "Tổng giá bán (sản phẩm)",
          plus "Tổng số tiền được người bán trợ giá", plus "Được Shopee trợ giá"
        column seller_discount: money in currency from "Tổng số tiền được người bán trợ giá"
        column platform_discount: money in currency from "Được Shopee trợ giá"
        column item_discount: money in currency from "Mã giảm giá của Shop",
          plus "Giảm giá từ Combo của Shop", plus "Hoàn Xu"
        column shipping_price: money in currency from "Phí vận chuyển mà người mua trả"
        column order_total: money in currency from "Tổng số tiền người mua thanh toán"
        column commission_fee: money in currency from "Phí cố định"
        column service_fee: money in currency from "Phí Dịch Vụ"
        column transaction_fee: money in currency from "Phí thanh toán"
        word: order_status "Cancelled" from "Đã hủy", "Đã huỷ"
        word: order_status "Completed" from "Hoàn thành"
        word: order_status "Delivered" from "Đã giao*", "Người mua xác nhận đã nhận được hàng*"
        word: order_status "Shipped" from "Đang giao*"
        word: order_status "To ship" from "Chờ lấy hàng", "Chờ giao hàng", "Chờ xác nhận"
        word: order_status "Unpaid" from "Chưa thanh toán", "Chờ thanh toán"
        once: item_discount, shipping_price, order_total, commission_fee, service_fee,
          transaction_fee by order_id
        shared: item_discount, shipping_price by item_price within order_id
        needs: order_id, day, order_status, units, item_price
        replaces: whole order_id
        private: "Mã Kiện Hàng", "Mã vận đơn", "Nhận xét từ Người mua", "Người Mua",
          "Tên Người nhận", "Số điện thoại", "Tỉnh/Thành phố", "TP / Quận / Huyện", "Quận",
          "Địa chỉ nhận hàng", "Ghi chú", "Lý do hủy"
        ignored: "Phương thức giao hàng", "Loại đơn hàng", "Ngày giao hàng dự kiến",
          "Cân nặng sản phẩm", "Tổng cân nặng", "Giá gốc", "Người bán trợ giá", "Giá ưu đãi",
          "Tổng giá trị đơn hàng (VND)", "Mã giảm giá của Shopee", "Chỉ tiêu Combo Khuyến Mãi",
          "Giảm giá từ combo Shopee", "Shopee Xu được hoàn",
          "Số tiền được giảm khi thanh toán bằng thẻ Ghi nợ", "Phí vận chuyển (dự kiến)",
          "Phí vận chuyển tài trợ bởi Shopee (dự kiến)", "Phí trả hàng", "Tiền ký quỹ"
      }

      ## As the Indonesian list, in English: Malaysia, Singapore, the Philippines. The country of an
      ## order says its currency.
      kind shopee_orders {
        label: "Shopee orders (English)", zh "Shopee 订单导出（英文）"
        platform: "shopee"
        source: order_lines
        decimal: dot
        column order_id: text from "Order ID"
        column day: instant from "Order Creation Date"
        column paid_day: instant from "Order Paid Time"
        column fulfilled_day: instant from "Ship Time"
        column completed_day: instant from "Order Complete Time"
        column order_status: text from "Order Status"
        column item_status: text from "Return / Refund Status"
        column service_level: text from "Shipping Option"
        column site: site from "Country"
        column ship_country: text from "Country"
        column parent_sku: text from "Parent SKU Reference No."
        column sku: text from "SKU Reference No."
        column title: text from "Product Name"
        column variation: text from "Variation Name"
        column units: count from "Quantity"
        column returned_units: count from "Returned quantity"
        column item_price: money in currency from "Product Subtotal", plus "Shopee Rebate"
        column list_amount: money in currency from "Original Price", times "Quantity"
        column seller_discount: money in currency from "Seller Discount"
        column platform_discount: money in currency from "Shopee Rebate"
        column item_discount: money in currency from "Seller Voucher",
          plus "Seller Bundle Discount", plus "Seller Absorbed Coin Cashback"
        column shipping_price: money in currency from "Buyer Paid Shipping Fee"
        column order_total: money in currency from "Grand Total"
        column commission_fee: money in currency from "Commission Fee"
        column service_fee: money in currency from "Service Fee"
        column transaction_fee: money in currency from "Transaction Fee"
        word: order_status "Cancelled" from "Cancelled*", "Canceled*"
        word: order_status "Completed" from "Completed"
        word: order_status "Delivered" from "Order Received*", "Delivered*"
        word: order_status "Shipped" from "Shipping", "To receive", "Shipped"
        word: order_status "To ship" from "To ship*"
        word: order_status "Unpaid" from "Unpaid*"
        once: item_discount, shipping_price, order_total, commission_fee, service_fee,
          transaction_fee by order_id
        shared: item_discount, shipping_price by item_price within order_id
        needs: order_id, day, order_status, units, item_price
        replaces: whole order_id
        private: "Tracking Number*", "Username (Buyer)", "Receiver Name", "Phone Number",
          "Delivery Address", "Town", "District", "City", "Province", "Zip Code",
          "Remark from buyer", "Note", "Cancel reason"
        ignored: "Shipment Method", "Estimated Ship Out Date", "Deal Price", "Seller Rebate",
          "SKU Total Weight", "No of product in order", "Order Total Weight",
          "Voucher Code From Seller", "Shopee Voucher", "Bundle Deal Indicator",
          "Shopee Bundle Discount", "Shopee Coins Offset", "Credit Card Discount Total",
          "Total Amount", "Shipping Rebate Estimate", "Reverse Shipping Fee",
          "Estimated Shipping Fee"
      }

      ## One row for each order whose money was released, with every sort of amount in a column of
      ## its own; each becomes a line, prices and discounts called as in Amazon's settlements, and
      ## `description` has the English name of the column. The lines are compared with the total of
      ## the row. The money comes days to weeks after the order. What is taken back after the
      ## release stands in the sheet of adjustments.
      kind shopee_income {
        label: "Shopee income (Indonesia)", zh "Shopee 收入报告（印尼）"
        platform: "shopee"
        source: settlement
        column order_id: text from "No. Pesanan"
        column order_day: day from "Waktu Pesanan Dibuat"
        column day: day from "Tanggal Dana Dilepaskan"
        column payment_method: text from "Metode pembayaran pembeli"
        column site: site always "ID"
        column transaction_type: text
        column amount_type: text
        column amount_description: text
        column description: text
        column amount: money in currency
        line: transaction_type "Order", amount_type "ItemPrice",
          amount_description "Principal", description "Original product price",
          amount from "Harga Asli Produk"
        line: transaction_type "Order", amount_type "Promotion",
          amount_description "Principal", description "Product discount",
          amount from "Total Diskon Produk"
        line: transaction_type "Refund", amount_type "ItemPrice",
          amount_description "Principal", description "Refund to the buyer",
          amount from "Jumlah Pengembalian Dana ke Pembeli"
        line: transaction_type "Order", amount_type "Promotion",
          amount_description "Principal", description "Product discount from Shopee",
          amount from "Diskon Produk dari Shopee"
        line: transaction_type "Order", amount_type "Promotion",
          amount_description "Principal", description "Seller voucher",
          amount from "Diskon Voucher Ditanggung Penjual"
        line: transaction_type "Order", amount_type "Promotion",
          amount_description "Principal", description "Coin cashback of the seller",
          amount from "Cashback Koin yang Ditanggung Penjual"
        line: transaction_type "Order", amount_type "ItemPrice",
          amount_description "Shipping", description "Shipping fee paid by the buyer",
          amount from "Ongkir Dibayar Pembeli"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Shipping discount of the carrier",
          description "Shipping discount of the carrier",
          amount from "Diskon Ongkir Ditanggung Jasa Kirim"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Free shipping from Shopee",
          description "Free shipping from Shopee", amount from "Gratis Ongkir dari Shopee"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Shipping fee passed on to the carrier",
          description "Shipping fee passed on to the carrier",
          amount from "Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Return shipping fee", description "Return shipping fee",
          amount from "Ongkos Kirim Pengembalian Barang"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Return to sender shipping fee",
          description "Return to sender shipping fee",
          amount from "Kembali ke Biaya Pengiriman Pengirim"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Shipping fee refund", description "Shipping fee refund",
          amount from "Pengembalian Biaya Kirim"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "AMS commission", description "AMS commission",
          amount from "Biaya Komisi AMS"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Commission fee", description "Commission fee",
          amount from "Biaya Administrasi (termasuk PPN 11%)", "Biaya Administrasi"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Service fee", description "Service fee",
          amount from "Biaya Layanan", "Biaya Layanan (termasuk PPN 11%)"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Order processing fee", description "Order processing fee",
          amount from "Biaya Proses Pesanan", "Biaya Program"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Insurance premium", description "Insurance premium",
          amount from "Premi"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Shipping saver fee", description "Shipping saver fee",
          amount from "Biaya Program Hemat Biaya Kirim"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Transaction fee", description "Transaction fee",
          amount from "Biaya Transaksi", "Biaya Kartu Kredit"
        line: transaction_type "Order", amount_type "ItemFees",
          amount_description "Campaign fee", description "Campaign fee",
          amount from "Biaya Kampanye"
        line: transaction_type "Order", amount_type "ItemWithheldTax",
          amount_description "Import duty and taxes", description "Import duty and taxes",
          amount from "Bea Masuk, PPN & PPh"
        total: amount from "Total Penghasilan"
        needs: order_id, order_day, day, amount
        lacks: "Tipe Penyesuaian | Deskripsi"
        replaces: whole order_id, day
        private: "Username (Pembeli)", "Kode Voucher"
        ignored: "No.", "No. Pengajuan", "Kompensasi", "Promo Gratis Ongkir dari Penjual",
          "Jasa Kirim", "Nama Kurir", "Pengembalian Dana ke Pembeli",
          "Pro-rata Koin yang Ditukarkan untuk Pengembalian Barang",
          "Pro-rata Voucher Shopee untuk Pengembalian Barang",
          "Pro-rated Bank Payment Channel Promotion for return refund Items",
          "Pro-rated Shopee Payment Channel Promotion for return refund Items"
      }

      ## One row for each amount that was given or taken after the release of an order's money, on the
      ## day on which it was made. A refund after the release counts as one.
      kind shopee_adjustments {
        label: "Shopee adjustments (Indonesia)", zh "Shopee 调整明细（印尼）"
        platform: "shopee"
        source: settlement
        column day: day from "Tanggal Penyesuaian Dibuat"
        column order_id: text from "No. Pesanan Terhubung"
        column site: site always "ID"
        column transaction_type: text from "Tipe Penyesuaian | Deskripsi"
        column amount_type: text from "Tipe Penyesuaian | Deskripsi"
        column amount_description: text from "Tipe Penyesuaian | Deskripsi"
        column description: text from "Alasan Penyesuaian"
        column amount: money in currency from "Biaya Penyesuaian"
        word: transaction_type "Refund" from "Pengembalian Barang/Dana setelah*"
        word: transaction_type "Adjustment" from "*"
        word: amount_type "ItemPrice" from "Pengembalian Barang/Dana setelah*"
        word: amount_type "Adjustment" from "*"
        word: amount_description "Principal" from "Pengembalian Barang/Dana setelah*"
        word: amount_description "Return compensation" from \
          "Penyesuaian/Kompensasi Pengembalian Barang/Dana"
        word: amount_description "Shipping adjustment" from "Penyesuaian Terkait Jasa Kirim"
        word: amount_description "Logistics compensation" from "Logistik"
        word: amount_description "Other adjustment" from "Lainnya"
        needs: day, order_id, amount_description, amount
        masked: description
        ends: "Total Biaya"
        replaces: rows by day, order_id, amount_description, amount, ordinal
        ignored: "No.", "Tanggal Dana Dilepaskan"
      }

      ## One row for each order: the parts of the service fee of the income. They repeat it.
      kind shopee_service_fees {
        label: "Shopee service fee details (Indonesia)", zh "Shopee 服务费明细（印尼）"
        platform: "shopee"
        source: order_fee_details
        column order_id: text from "No. Pesanan"
        column site: site always "ID"
        column fee: text
        column amount: money in currency
        line: fee "Free Shipping XTRA service fee", amount from "Biaya Layanan Gratis Ongkir XTRA"
        line: fee "Payment fee", amount from "Biaya Pembayaran"
        line: fee "Shopee Live Xtra programme fee", amount from "Biaya Program Shopee Live Xtra"
        line: fee "Cashback XTRA service fee", amount from "Biaya Layanan Cashback XTRA"
        needs: order_id, amount
        lacks: "Tanggal Dana Dilepaskan", "Status Pesanan", "View By"
        replaces: whole order_id, fee
        ignored: "No."
      }

      ## One row for each order whose parcel cost the carrier more than was estimated. The difference
      ## is in the income.
      kind shopee_shipping_discrepancies {
        label: "Shopee shipping fee discrepancies (Indonesia)", zh "Shopee 运费差异（印尼）"
        platform: "shopee"
        source: shipping_discrepancies
        column order_id: text from "No. Pesanan"
        column site: site always "ID"
        column estimated_shipping: money in currency from "Estimasi Ongkos Kirim"
        column actual_shipping: money in currency from "Ongkos Kirim yang Dibayarkan ke Jasa Kirim"
        column reason: text from "Discrepancy reason"
        needs: order_id, estimated_shipping, actual_shipping
        replaces: rows by order_id
      }

      ## The order processing fee of the income, once for each order and again for each of its
      ## products: `fee` adds up over the orders, `item_fee` over the products, and each repeats the
      ## other.
      kind shopee_processing_fees {
        label: "Shopee order processing fees (Indonesia)", zh "Shopee 订单处理费明细（印尼）"
        platform: "shopee"
        source: processing_fees
        column order_id: text from "No. Pesanan"
        column site: site always "ID"
        column view: text from "View By"
        column item_id: text from "ID Produk"
        column title: text from "Nama Produk"
        column fee: money in currency from "Biaya Proses Pesanan"
        column item_fee: money in currency from \
          "Biaya Proses Pesanan per Produk (Prorata harga produk tiap pesanan)"
        needs: order_id, view, fee, item_fee
        replaces: whole order_id
        ignored: "No."
      }

      ## One row for each ad, over the whole period that stands above the header. A row without a
      ## product is of the shop; where rows of a group and of its products are both there, they
      ## repeat each other. Here a dot is decimal.
      kind shopee_ads {
        label: "Shopee ads (Indonesia)", zh "Shopee 广告报告（印尼）"
        platform: "shopee"
        source: ads_by_product
        decimal: dot
        column day: days to until after "Periode"
        column site: site always "ID"
        column ad_type: text from "Jenis Iklan", always "Shop"
        column campaign: text from "Nama Iklan"
        column item_id: text from "Kode Produk"
        column status: text from "Status"
        column bidding: text from "Mode Bidding"
        column placement: text from "Penempatan Iklan"
        column impressions: count from "Dilihat"
        column clicks: count from "Jumlah Klik"
        column ad_orders: count from "Konversi"
        column ad_orders_same_sku: count from "Konversi Langsung"
        column ad_units: count from "Produk Terjual"
        column ad_units_same_sku: count from "Terjual Langsung"
        column ad_sales: money in currency from "Omzet Penjualan"
        column ad_sales_same_sku: money in currency from "Penjualan Langsung (GMV Langsung)"
        column spend: money in currency from "Biaya"
        word: ad_type "Product" from "Iklan Produk"
        needs: campaign, item_id, clicks, ad_sales, spend
        replaces: rows by day, until, campaign, item_id, ordinal
        ignored: "Urutan", "Tampilan Iklan", "Tanggal Mulai", "Tanggal Selesai", "Persentase Klik",
          "Tambah ke Keranjang", "Persentase Tambah ke Keranjang", "Add to Cart",
          "Add to Cart Rate", "Tingkat konversi", "Tingkat Konversi Langsung",
          "Biaya per Konversi", "Biaya per Konversi Langsung", "Efektifitas Iklan",
          "Efektivitas Langsung",
          "Persentase Biaya Iklan terhadap Penjualan dari Iklan (ACOS)",
          "Persentase Biaya Iklan terhadap Penjualan dari Iklan Langsung (ACOS Langsung)",
          "ACOS", "ACOS Langsung", "Jumlah Produk Dilihat", "Jumlah Klik Produk",
          "Persentase Klik Produk", "Voucher Amount", "Vouchered Sales"
        uncertain: "The columns are those of published programs; no file of a seller was seen.",
          zh "列名来自公开的程序，没有见过卖家的真实文件"
      }
      """#)
}
